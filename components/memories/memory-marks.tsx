import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Callout } from "#components/ui/callout.tsx";
import type { MemoryDetail } from "#lib/memories/detail.ts";
import { describeValidityEnd } from "#lib/memories/validity-day.ts";
import { formatDay } from "./format-day.ts";
import { LifecycleBadge } from "./lifecycle-badge.tsx";
import { TypeBadge } from "./type-badge.tsx";

/** The badges of a memory, under its title. */
export function MemoryMarks({ memory }: { memory: MemoryDetail }) {
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm">
      <TypeBadge type={memory.type} />
      <BenchmarkMark name={memory.benchmark} />
      <OutcomeBadge outcome={memory.outcome} />
      <LifecycleBadge lifecycle={memory.lifecycle} expired={memory.ineligible === "expired"} />
      {memory.validFrom ? <span className="text-muted">from {formatDay(memory.validFrom)}</span> : null}
      {memory.validUntil ? (
        <span className="text-muted">until {describeValidityEnd(memory.validUntil)}</span>
      ) : null}
      <span className="text-muted">revision {memory.version}</span>
      {memory.tags.map((tag) => (
        <Badge key={tag} tone="muted">
          {tag}
        </Badge>
      ))}
    </span>
  );
}

/** Why retrieval does not show the memory, when it does not. */
export function ServingNotice({ memory }: { memory: MemoryDetail }) {
  const { ineligible } = memory;
  if (!ineligible) return null;
  const says = {
    candidate: "It is a candidate: promote it to serve it.",
    deprecated: memory.deprecatedReason ? `Deprecated: ${memory.deprecatedReason}` : "It was deprecated.",
    expired: `It was valid until ${memory.validUntil ? describeValidityEnd(memory.validUntil) : "an earlier day"}.`,
    "not yet valid": `It is valid from ${formatDay(memory.validFrom ?? "")}.`,
  };
  return (
    <Callout tone="warn" title="Retrieval does not show this memory">
      <p>{says[ineligible]}</p>
    </Callout>
  );
}
