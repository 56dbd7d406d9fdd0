import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { tooFewReason } from "#lib/attribution/describe-attribution.ts";
import type { MemoryVerdict } from "#lib/attribution/memory-attribution.ts";
import type { NamedMemory } from "#lib/attribution/schema.ts";

const tones = {
  harmful: "bad",
  helpful: "accent",
  suspected: "muted",
  unclear: "muted",
  few: "muted",
} as const;

const hints: Record<MemoryVerdict, string> = {
  harmful: "q ≤ .05, and no other memory explains it",
  helpful: "q ≤ .05, and no other memory explains it",
  suspected: "The evidence points to harm, but chance or another memory may explain it",
  unclear: "No sign of harm beyond chance",
  few: tooFewReason,
};

/** What is said of a memory; a color only for what is more than chance. */
export function MemoryVerdictBadge({ verdict, prefix = "" }: { verdict: MemoryVerdict; prefix?: string }) {
  return (
    <Badge tone={tones[verdict]} title={hints[verdict]}>
      {verdict === "few" ? "too few tasks" : `${prefix}${verdict}`}
    </Badge>
  );
}

type WhyUnnamedProps = {
  alike: readonly NamedMemory[];
  rival: NamedMemory | null;
  restsOnErrors: boolean;
};

/** Why a memory with a small q is not named: errored attempts, or the memories from which it can't be told apart. */
export function WhyUnnamed({ alike, rival, restsOnErrors }: WhyUnnamedProps) {
  const others = [...alike, ...(rival ? [rival] : [])];
  if (restsOnErrors) return <span className="block text-xs text-muted">rests on attempts that errored</span>;
  if (others.length === 0) return null;
  return (
    <span className="block text-xs text-muted">
      {alike.length > 0 ? "always shown together, not separable from " : "not separable from "}
      {others.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 ? ", " : ""}
          <Link className="link wrap-anywhere [unicode-bidi:isolate]" href={`/memories/${id}`}>
            {title}
          </Link>
        </span>
      ))}
    </span>
  );
}
