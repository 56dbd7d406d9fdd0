import { subsetName } from "#lib/reruns/describe-plan.ts";
import type { LatticeCell } from "#lib/reruns/fold-results.ts";
import type { LoggedSubset } from "#lib/reruns/schema.ts";

type Props = {
  memories: number;
  repeats: readonly number[];
  logged: readonly LoggedSubset[];
  /** By subset; none = nothing was rerun yet. */
  cells?: readonly LatticeCell[];
};

/** All subsets of the memories, from none to all, one line a size, with what their reruns came to. */
export function SubsetLattice({ memories, repeats, logged, cells }: Props) {
  const subsets = repeats.map((_, subset) => subset);
  const sizes = Array.from({ length: memories + 1 }, (_, size) => size);
  const sizeOf = (subset: number) => subset.toString(2).replaceAll("0", "").length;
  return (
    <section aria-label="Subsets of the memories" className="flex min-w-0 flex-col gap-2">
      {sizes.map((size) => (
        <ul key={size} className="flex min-w-0 flex-wrap gap-2">
          {subsets
            .filter((subset) => sizeOf(subset) === size)
            .map((subset) => (
              <Cell
                key={subset}
                name={subsetName(subset)}
                planned={repeats[subset] ?? 0}
                logged={logged.find((each) => each.subset === subset)}
                cell={cells?.[subset]}
              />
            ))}
        </ul>
      ))}
    </section>
  );
}

type CellProps = {
  name: string;
  planned: number;
  logged: LoggedSubset | undefined;
  cell: LatticeCell | undefined;
};

function Cell({ name, planned, logged, cell }: CellProps) {
  const share = cell && cell.scored > 0 ? cell.passed / cell.scored : null;
  return (
    <li className="flex w-40 min-w-0 flex-col gap-0.5 rounded-md border border-line bg-surface px-2 py-1 text-xs">
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-semibold whitespace-nowrap">{name === "none" ? "no memory" : name}</span>
        <span className="tabular-nums">
          {cell && cell.scored > 0 ? `${cell.passed}/${cell.scored}` : `${planned} planned`}
        </span>
      </span>
      <span aria-hidden className="h-1.5 overflow-hidden rounded-sm bg-sunken">
        {share === null ? null : (
          <span className="block h-full bg-accent" style={{ width: `${share * 100}%` }} />
        )}
      </span>
      <span className="text-muted">
        {logged ? `logged ${logged.passed}/${logged.scored}` : "never logged"}
        {cell && cell.unanswered > 0 ? `, ${cell.unanswered} errored` : ""}
      </span>
    </li>
  );
}
