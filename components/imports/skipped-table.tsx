import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { Skipped } from "#lib/imports/schema.ts";

/** Files left out by design, counted by kind: nothing is wrong with them. */
export function SkippedTable({ skipped }: { skipped: readonly Skipped[] }) {
  if (skipped.length === 0) return null;
  const files = skipped.reduce((sum, kind) => sum + kind.files, 0);
  return (
    <Card
      flush
      title={`Left out (${files.toLocaleString("en")})`}
      description="Files that hold no memory, trial or trajectory in a format that is read here."
    >
      <Table label="Files left out by this import">
        <TableHead>
          <TableRow>
            <TableHeaderCell>Kind</TableHeaderCell>
            <TableHeaderCell numeric>Files</TableHeaderCell>
            <TableHeaderCell>For example</TableHeaderCell>
            <TableHeaderCell>Why</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {skipped.map((kind) => (
            <TableRow key={kind.what}>
              <TableCell>{kind.what}</TableCell>
              <TableCell numeric>{kind.files.toLocaleString("en")}</TableCell>
              <TableCell className="min-w-48 font-mono text-xs wrap-anywhere">{kind.example}</TableCell>
              <TableCell className="min-w-48 text-muted wrap-anywhere">{kind.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
