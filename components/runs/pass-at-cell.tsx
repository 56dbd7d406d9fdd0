import type { PassAt } from "#lib/runs/schema.ts";

/** Whole where it is whole, else one decimal: the sum of estimates is rarely a whole number of tasks. */
function count(solved: number): string {
  const rounded = Math.round(solved);
  return Math.abs(rounded - solved) < 1e-9 ? String(rounded) : solved.toFixed(1);
}

/** pass@k with its k/n: `41.3% (33/80)`. Without enough attempts a dash and the reason, never 0. */
export function PassAtCell({ passAt }: { passAt: PassAt | undefined }) {
  if (!passAt || passAt.value === null) {
    const reason = `No task has ${passAt?.k ?? "enough"} counted attempts`;
    return (
      <span className="relative text-muted" title={reason}>
        –<span className="sr-only"> {reason}</span>
      </span>
    );
  }
  return (
    <span className="whitespace-nowrap">
      {(passAt.value * 100).toFixed(1)}%{" "}
      <span className="text-muted">
        ({count(passAt.solved)}/{passAt.tasks})
      </span>
    </span>
  );
}
