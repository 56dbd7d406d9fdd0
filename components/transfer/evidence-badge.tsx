import { CircleHelp, Scale } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { PairedTask } from "#lib/transfer/schema.ts";

type Props = { task: Pick<PairedTask, "evidence" | "errored"> };

/** How far a lost task is shown to be negative transfer; never red for what may be luck or the infrastructure. */
export function EvidenceBadge({ task: { evidence, errored } }: Props) {
  if (evidence === "supported" || evidence === "confirmed") {
    return (
      <Badge tone="bad">
        <Scale aria-hidden />
        {evidence}
      </Badge>
    );
  }
  if (evidence === null && !errored) return null;
  return (
    <Badge tone="muted">
      <CircleHelp aria-hidden />
      {evidence === null ? "errored" : errored ? "suspected (errored)" : "suspected"}
    </Badge>
  );
}
