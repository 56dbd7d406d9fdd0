import { CircleHelp, Scale } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { LossEvidence } from "#lib/transfer/schema.ts";

/** How far a lost task is shown to be negative transfer; never red for what may be luck. */
export function EvidenceBadge({ evidence }: { evidence: LossEvidence }) {
  if (evidence === "suspected") {
    return (
      <Badge tone="muted">
        <CircleHelp aria-hidden />
        suspected
      </Badge>
    );
  }
  return (
    <Badge tone="bad">
      <Scale aria-hidden />
      {evidence}
    </Badge>
  );
}
