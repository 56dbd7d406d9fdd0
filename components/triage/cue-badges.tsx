import { Badge } from "#components/ui/badge.tsx";
import type { Cue, CueCount } from "#lib/triage/find-cues.ts";
import { cueWords, labelWords } from "#lib/triage/words.ts";

type CueBadgesProps = { cues: readonly Cue[] | null; counts: readonly CueCount[] };

/** The cues of one pair, each with how often it is there at lost tasks and at those gained or kept. */
export function CueBadges({ cues, counts }: CueBadgesProps) {
  if (cues === null) return <span className="text-xs text-muted">No cues without both trajectories.</span>;
  if (cues.length === 0) return <span className="text-xs text-muted">No cues.</span>;
  return cues.map((cue) => {
    const count = counts.find((each) => each.cue === cue);
    const { name, rule, label } = cueWords[cue];
    const often = count
      ? ` Lost ${count.lost.k}/${count.lost.n}, gained or kept ${count.control.k}/${count.control.n}.`
      : "";
    return (
      <Badge key={cue} tone="muted" title={`${rule} Speaks for: ${labelWords[label].name}.${often}`}>
        {name}
        {count ? ` · lost ${count.lost.k}/${count.lost.n}, else ${count.control.k}/${count.control.n}` : ""}
      </Badge>
    );
  });
}
