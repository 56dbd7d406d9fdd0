import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { WorstSeverity } from "#lib/memories/search-params.ts";

const marks = {
  error: { tone: "warn", icon: CircleAlert },
  warning: { tone: "warn", icon: TriangleAlert },
  info: { tone: "muted", icon: Info },
} as const;

/** How many findings lint has in a memory as it is now, marked by the worst of them. */
export function LintCell({ count, severity }: { count: number; severity: WorstSeverity }) {
  if (severity === "none") {
    return (
      <span className="text-muted" title="No findings, or this revision is not linted yet.">
        –
      </span>
    );
  }
  const { tone, icon: Icon } = marks[severity];
  return (
    <Badge
      tone={tone}
      title={count === 1 ? `1 finding: ${severity}` : `${count} findings, worst: ${severity}`}
    >
      <Icon aria-hidden />
      {count}
      <span className="sr-only"> {severity}</span>
    </Badge>
  );
}
