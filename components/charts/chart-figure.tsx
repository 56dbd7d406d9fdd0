import type { ReactNode } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";

export type ChartTable = {
  columns: readonly { name: string; numeric?: boolean }[];
  /** Text as it is to be read: "62.5% (5/8)". */
  rows: readonly (readonly string[])[];
};

type ChartFigureProps = {
  /** What is drawn, with its unit and which way is better. */
  caption: ReactNode;
  table: ChartTable;
  /** Spoken name of the table of numbers. */
  label: string;
  children: ReactNode;
};

/** A chart with its caption and the same numbers as a table. */
export function ChartFigure({ caption, table, label, children }: ChartFigureProps) {
  return (
    <figure data-slot="chart" className="flex min-w-0 flex-col gap-2">
      {children}
      <figcaption className="text-xs text-muted">{caption}</figcaption>
      <details className="text-xs">
        <summary className="inline-block min-h-6 content-center text-accent">Show as table</summary>
        <Table label={label} className="text-xs">
          <TableHead>
            <tr>
              {table.columns.map((column) => (
                <TableHeaderCell key={column.name} numeric={column.numeric ?? false}>
                  {column.name}
                </TableHeaderCell>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {table.rows.map((row) => (
              <TableRow key={row.join("\u0000")}>
                {row.map((text, index) => (
                  <TableCell
                    key={table.columns[index]?.name ?? index}
                    numeric={table.columns[index]?.numeric ?? false}
                  >
                    {text}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </details>
    </figure>
  );
}
