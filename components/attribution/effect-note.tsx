import type { AttributionSummary } from "#lib/attribution/attribution-summary.ts";
import { netLossSentence, verdictSentence } from "#lib/attribution/describe-attribution.ts";

/** What the runs can tell of memories, numbers first; nothing where no run was shown any. */
export function EffectNote({ summary }: { summary: AttributionSummary }) {
  if (summary.memories === 0) return null;
  return (
    <p className="text-xs text-muted">
      {verdictSentence(summary)} {netLossSentence(summary)}
    </p>
  );
}
