import type { LatticeEstimates } from "#lib/reruns/estimate-effects.ts";
import { formatDifference } from "#lib/transfer/format.ts";

/** What each two memories change together beyond what each does alone. */
export function PairInteractions({ estimates }: { estimates: LatticeEstimates | null }) {
  if (!estimates) {
    return (
      <p className="text-xs text-muted">
        Shapley values and interactions need a result at every subset; they follow once there is one.
      </p>
    );
  }
  if (estimates.pairs.length === 0) return null;
  return (
    <p className="text-xs text-muted">
      Interaction of pairs (Shapley-Taylor, order 2), points:{" "}
      {estimates.pairs
        .map(
          ({ pair: [i, j], value, ci }) => `${i + 1} with ${j + 1} ${formatDifference({ delta: value, ci })}`,
        )
        .join("; ")}
      . Brackets: 95% intervals.
    </p>
  );
}
