import { Callout } from "#components/ui/callout.tsx";
import type { ProjectionSummary } from "#lib/projections/view.ts";

/** Says that a stored layout is older than the pool. */
export function StaleNotice({ summaries }: { summaries: readonly ProjectionSummary[] }) {
  const stale = summaries.filter((summary) => !summary.current);
  if (stale.length === 0) return null;
  const names = stale.map((summary) => (summary.type === "all" ? "all types" : summary.type)).join(", ");
  return (
    <Callout tone="warn" title={`Memories changed since these maps were computed: ${names}.`}>
      <p>
        Positions are of the texts as they were then; colours are of now. New memories are not on them yet.
      </p>
    </Callout>
  );
}
