import { TableCell } from "#components/ui/table.tsx";

type ValueCellProps = {
  value: number | null | undefined;
  interval?: { low: number; high: number } | null | undefined;
  strong?: boolean;
  quiet?: boolean;
};

/** "4.19 [3.97, 4.42]" on one line; a dash for what is not there. */
export function ValueCell({ value, interval, strong, quiet }: ValueCellProps) {
  return (
    <TableCell numeric className={quiet ? "px-2 text-muted" : "px-2 whitespace-nowrap"}>
      <span className={strong ? "font-medium" : undefined}>{value?.toFixed(2) ?? "–"}</span>
      {interval ? (
        <span className="text-xs text-muted">
          {" "}
          [{interval.low.toFixed(2)}, {interval.high.toFixed(2)}]
        </span>
      ) : null}
    </TableCell>
  );
}

/** A share of something, e.g. of the value under shuffled labels. */
export function ShareCell({ share }: { share: number | null | undefined }) {
  return (
    <TableCell numeric className="px-2">
      {share == null ? "–" : `${(100 * share).toFixed(0)}%`}
    </TableCell>
  );
}
