import { Card } from "#components/ui/card.tsx";
import { comparableTimes, comparedPoints } from "#lib/abstraction/compared-points.ts";
import type { TypeHistory } from "#lib/abstraction/metric-trend.ts";
import type { HistoryStep } from "#lib/abstraction/search-params.ts";
import { BeforeAfterTable } from "./before-after-table.tsx";
import { chanceSentence } from "./change-words.ts";
import { CompareToPicker } from "./compare-to-picker.tsx";

type PoolHistory = TypeHistory & {
  /** Measurements left out because they were made by other definitions. */
  older: number;
  hasReleases: boolean;
};

type BeforeAfterProps = {
  histories: readonly PoolHistory[];
  by: HistoryStep;
  /** The time whose state is compared with; null = the measurement before the newest. */
  compareTo: string | null;
};

const fewPoints: Record<HistoryStep, string> = {
  change:
    "Only one state of the pool has been measured. Deprecate or edit memories, then press Measure again to see both side by side.",
  day: "All measurements are from one day. Choose every change to see each of them.",
  release: "Fewer than two releases were made after a measurement: measure before each release.",
};

/** The newest measurement of each type beside an earlier one. */
export function BeforeAfter({ histories, by, compareTo }: BeforeAfterProps) {
  const times = comparableTimes(histories);
  const rows = histories.flatMap(({ type, points }) => {
    const compared = comparedPoints(points, compareTo);
    return compared ? [{ type, ...compared }] : [];
  });
  const hasReleases = histories.some((history) => history.hasReleases);
  const older = histories.reduce((sum, history) => sum + history.older, 0);
  return (
    <Card
      flush
      id="before-and-after"
      title="Before and after"
      actions={times.length > 0 || compareTo ? <CompareToPicker times={times} /> : null}
    >
      {rows.length === 0 ? (
        <p className="px-4 pb-3 text-sm text-muted">
          {compareTo
            ? "No type was measured both then and after a change since. Compare with another measurement."
            : fewPoints[by === "release" && !hasReleases ? "change" : by]}
        </p>
      ) : (
        <>
          <BeforeAfterTable rows={rows} />
          <p className="max-w-5xl px-4 pb-3 text-xs text-muted">
            {chanceSentence} The test compares a measurement with the one just before it.
          </p>
        </>
      )}
      {older > 0 ? (
        <p className="px-4 pb-3 text-xs text-muted">
          {older === 1
            ? "1 earlier measurement was"
            : `${older.toLocaleString("en")} earlier measurements were`}{" "}
          made with older definitions and can't be compared with these.
        </p>
      ) : null}
    </Card>
  );
}
