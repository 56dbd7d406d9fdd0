import { Badge } from "#components/ui/badge.tsx";
import type { CaseState } from "#lib/attribution/attribution-case.ts";
import { stateHints } from "#lib/attribution/cases/describe-case.ts";

const tones = {
  confirmed: "bad",
  supported: "bad",
  helpful: "accent",
  suspected: "muted",
  unclear: "muted",
  few: "muted",
} as const;

/** How far a case is shown; a color only for what is more than chance at q ≤ .05. */
export function CaseStateBadge({ state }: { state: CaseState }) {
  return (
    <Badge tone={tones[state]} title={stateHints[state]}>
      {state === "few" ? "too few tasks" : state}
    </Badge>
  );
}
