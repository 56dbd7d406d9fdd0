import { Ban, Check, CircleAlert, Hourglass, PenLine } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { GenerationRow } from "#lib/generation/schema.ts";

const states = {
  queued: { tone: "muted", icon: Hourglass, word: "in progress" },
  pending: { tone: "accent", icon: PenLine, word: "undecided" },
  accepted: { tone: "good", icon: Check, word: "accepted" },
  rejected: { tone: "neutral", icon: Ban, word: "rejected" },
  failed: { tone: "bad", icon: CircleAlert, word: "failed" },
} as const;

export function GenerationStateBadge({ state }: { state: GenerationRow["state"] }) {
  const { tone, icon: Icon, word } = states[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {word}
    </Badge>
  );
}
