import { cn } from "#components/ui/class-names.ts";
import type { RowEffect } from "#lib/attribution/browse-memories.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import { describeQ, formatP } from "#lib/transfer/format.ts";

/** Where effects in a list come from: said once, in the head of the column. */
export const effectHint =
  "In points: share passed of the attempts that were shown the memory, less the baseline's share at the same tasks, in the newest run that was shown it. In brackets q: the expected share of false discoveries among memories with a p this small.";

/** A color only for what is named at q ≤ .05: everything else may be chance. */
const tones: Partial<Record<RowEffect["verdict"], string>> = {
  harmful: "font-medium text-bad",
  helpful: "font-medium text-accent",
};

/** "−33 [0.012]": effect and q of a memory; on hover, of which runs and tasks. */
export function EffectCell({ effect }: { effect: RowEffect | null }) {
  if (!effect) {
    return (
      <span className="text-muted" title="No run that was shown it shares a task with a zero-shot run.">
        –
      </span>
    );
  }
  return (
    <span title={sourceOf(effect)} className={tones[effect.verdict]}>
      {formatSigned(effect.effect * 100, 0)}
      <span className={cn("ml-1 text-xs", tones[effect.verdict] ?? "text-muted")}>
        {effect.q === null ? "[few]" : `[${formatP(effect.q)}]`}
      </span>
    </span>
  );
}

/** A count of tasks lost or gained with the memory; on hover, in which runs. */
export function TasksCell({ effect, count }: { effect: RowEffect | null; count: "lost" | "gained" }) {
  if (!effect) return <span className="text-muted">–</span>;
  return <span title={sourceOf(effect)}>{effect[count]}</span>;
}

/** q alone, for a column of its own. */
export function QCell({ effect }: { effect: RowEffect | null }) {
  if (!effect || effect.q === null) return <span className="text-muted">–</span>;
  return <span className={tones[effect.verdict]}>{formatP(effect.q)}</span>;
}

function sourceOf({ candidate, base, tasks, q, lost, lostAlone, verdict }: RowEffect): string {
  const at = tasks === 1 ? "1 task" : `${tasks} tasks`;
  const sure = q === null ? "too few to say" : `${verdict}, ${describeQ(q)}`;
  return `${candidate} against ${base}, ${at}: ${sure}. ${lost} lost with it, ${lostAlone} of them with no other memory shown.`;
}
