import { formatTime } from "#components/jobs/job-times.ts";
import { Callout } from "#components/ui/callout.tsx";
import { jobTitles } from "#lib/jobs/kinds.ts";
import { hasUnplaced, type ProjectionDrift, type ProjectionSummary } from "#lib/maps/view.ts";
import { StartJobButton } from "./start-job-button.tsx";
import { typeName } from "./type-mark.ts";

type StaleNoticeProps = {
  summaries: readonly ProjectionSummary[];
  /** A job under way that places memories. */
  activeJobId?: string | null;
};

/** Says how far the pool has moved on from stored layouts, and offers to place what came or changed. */
export function StaleNotice({ summaries, activeJobId = null }: StaleNoticeProps) {
  const stale = summaries.filter((summary) => !summary.current);
  if (stale.length === 0) return null;
  const toPlace = stale.filter(({ drift }) => hasUnplaced(drift));
  return (
    <Callout tone="warn" title="Memories changed since these maps were computed.">
      <ul className="list-disc pl-5">
        {stale.map(({ id, type, asOf, drift }) => (
          <li key={id}>
            {typeName(type)}, computed {formatTime(asOf)}: {driftSentence(drift)}
          </li>
        ))}
      </ul>
      <p>
        Positions show the texts as they were then; colors are current. New and changed memories are placed
        among the others once they are embedded, without moving them; recomputing lays everything out again.
      </p>
      {toPlace.length > 0 ? (
        <StartJobButton
          kind="place"
          input={{ projectionIds: toPlace.map(({ id }) => id) }}
          activeJobId={activeJobId}
        >
          {jobTitles.place}
        </StartJobButton>
      ) : null}
    </Callout>
  );
}

/** E.g. "3 changed, 1 new, 2 gone; 4 placed." */
export function driftSentence({ changed, added, gone, placed }: ProjectionDrift): string {
  const parts = [
    [changed, "changed"],
    [added, "new"],
    [gone, "gone"],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${counts.join(", ") || "nothing changed"}${placed > 0 ? `; ${placed} of them placed` : ""}.`;
}
