import { Badge } from "#components/ui/badge.tsx";
import type { RerunState } from "#lib/reruns/schema.ts";

const looks: Record<RerunState, { tone: "bad" | "muted"; word: string; hint: string }> = {
  confirmed: { tone: "bad", word: "confirmed", hint: "Own reruns lost the task with it and not without it" },
  open: { tone: "muted", word: "open", hint: "Reruns are missing" },
  "not-confirmed": {
    tone: "muted",
    word: "not confirmed",
    hint: "All planned reruns are in, and none of them settles it",
  },
};

/** How far the reruns of a plan are with a memory. */
export function RerunStateBadge({ state, hint }: { state: RerunState; hint?: string }) {
  const { tone, word, hint: usual } = looks[state];
  return (
    <Badge tone={tone} title={hint ?? usual}>
      {word}
    </Badge>
  );
}
