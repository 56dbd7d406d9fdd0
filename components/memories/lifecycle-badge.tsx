import { Archive, CircleDot, Clock, FlaskConical } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";

const lifecycles = {
  candidate: { tone: "accent", icon: FlaskConical },
  active: { tone: "good", icon: CircleDot },
  deprecated: { tone: "muted", icon: Archive },
} as const;

export type LifecycleName = keyof typeof lifecycles;

type LifecycleBadgeProps = {
  lifecycle: LifecycleName;
  /** Outside its validity window: not servable whatever its lifecycle. */
  expired?: boolean;
};

export function LifecycleBadge({ lifecycle, expired }: LifecycleBadgeProps) {
  const { tone, icon: Icon } = lifecycles[lifecycle];
  return (
    <span className="inline-flex gap-1">
      <Badge tone={tone}>
        <Icon aria-hidden />
        {lifecycle}
      </Badge>
      {expired ? (
        <Badge tone="warn">
          <Clock aria-hidden />
          expired
        </Badge>
      ) : null}
    </span>
  );
}
