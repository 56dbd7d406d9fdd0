import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/class-names.ts";
import type { StepAlignment, StepPair } from "#lib/transfer/align-steps.ts";
import type { TrajectorySide } from "./schema.ts";
import { SideStep } from "./side-step.tsx";

type AlignedRowsProps = { base: TrajectorySide; candidate: TrajectorySide; alignment: StepAlignment };

/** Both sides in one list, equal actions in one row, the first divergence marked. */
export function AlignedRows({ base, candidate, alignment: { rows, firstDivergence } }: AlignedRowsProps) {
  return (
    <ol className="flex min-w-0 flex-col gap-1.5">
      {rows.map((row, i) => (
        <AlignedRow
          key={`${row.base ?? "-"}/${row.candidate ?? "-"}`}
          row={row}
          isFirst={i === firstDivergence}
          isDifference={!row.same && (rows[i - 1]?.same ?? true)}
          base={base}
          candidate={candidate}
        />
      ))}
    </ol>
  );
}

type RowProps = Omit<AlignedRowsProps, "alignment"> & {
  row: StepPair;
  isFirst: boolean;
  /** The first row of those in which the two differ. */
  isDifference: boolean;
};

function AlignedRow({ row, isFirst, isDifference, base, candidate }: RowProps) {
  return (
    <li
      {...(isFirst ? { id: "first-divergence" } : {})}
      data-difference={isDifference ? "" : undefined}
      className={cn(
        "grid min-w-0 scroll-mt-16 gap-1.5 md:grid-cols-2",
        "[contain-intrinsic-size:auto_2rem] [content-visibility:auto]",
        isFirst && "rounded-md border border-warn p-1.5",
      )}
    >
      {isFirst ? (
        <p className="md:col-span-2">
          <Badge tone="warn">First divergence</Badge>
        </p>
      ) : null}
      <SideStep side={base} index={row.base} open={isFirst} />
      <SideStep side={candidate} index={row.candidate} open={isFirst} />
    </li>
  );
}
