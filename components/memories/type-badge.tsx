import { FileText, Lightbulb, ListOrdered, Route } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";

const icons = { trajectory: Route, workflow: ListOrdered, summary: FileText, insight: Lightbulb } as const;

export type MemoryTypeName = keyof typeof icons;

/** The type of a memory: icon and name. */
export function TypeBadge({ type }: { type: MemoryTypeName }) {
  const Icon = icons[type];
  return (
    <Badge>
      <Icon aria-hidden />
      {type}
    </Badge>
  );
}

/** The type of a memory where room is short: the icon alone, named for whoever can't see it or asks. */
export function TypeIcon({ type }: { type: MemoryTypeName }) {
  const Icon = icons[type];
  return (
    <span role="img" aria-label={type} title={type} className="inline-flex align-middle text-muted">
      <Icon aria-hidden className="size-4" />
    </span>
  );
}
