import { CheckCircle2, CircleSlash, Clock, LoaderCircle, XCircle } from "lucide-react";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import type { JobView } from "#lib/jobs/view.ts";

const looks: Record<JobView["state"], { tone: BadgeTone; Icon: typeof Clock }> = {
  queued: { tone: "muted", Icon: Clock },
  running: { tone: "accent", Icon: LoaderCircle },
  succeeded: { tone: "good", Icon: CheckCircle2 },
  failed: { tone: "bad", Icon: XCircle },
  canceled: { tone: "warn", Icon: CircleSlash },
};

export function JobStateBadge({ state }: { state: JobView["state"] }) {
  const { tone, Icon } = looks[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {state}
    </Badge>
  );
}
