import type { BlameSummary } from "#lib/attribution/blame-summary.ts";
import { netLossSentence, verdictSentence } from "#lib/attribution/describe-blame.ts";

/** What the runs can tell of memories, numbers first; nothing where no run was shown any. */
export function EffectNote({ summary }: { summary: BlameSummary }) {
  if (summary.memories === 0) return null;
  return (
    <p className="text-xs text-muted">
      {verdictSentence(summary)} {netLossSentence(summary)}
    </p>
  );
}
