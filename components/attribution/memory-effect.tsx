import Link from "next/link";
import { describeEffect, describeLost } from "#lib/attribution/describe-attribution.ts";
import type { NamedEffect } from "#lib/attribution/memory-effects.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { MemoryVerdictBadge, WhyUnnamed } from "./memory-verdict.tsx";

/** What is said of one memory; null where no run that was shown it has a baseline. */
export function MemoryEffect({ effect }: { effect: NamedEffect | null }) {
  if (!effect) {
    return (
      <p className="text-sm text-muted">
        Its effect is unknown: no run that was shown it shares a task with a zero-shot run. Import one.
      </p>
    );
  }
  const { base, candidate, verdict, lost, gained, lostByChance, gainedByChance } = effect;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        <MemoryVerdictBadge verdict={verdict} />
        {describeEffect(effect, base.name)}
      </p>
      <p className="text-muted">
        <Link
          className="link"
          href={compareHref("/compare", {
            base: base.id,
            cand: candidate.id,
            tab: "tasks",
            memory: effect.memoryId,
          })}
        >
          {candidate.name}
        </Link>
        : {lost} lost and {gained} gained; chance alone gives about {lostByChance.toFixed(1)} and{" "}
        {gainedByChance.toFixed(1)}. {describeLost(effect)}
      </p>
      <WhyUnnamed alike={effect.alikeNamed} rival={effect.rivalNamed} restsOnErrors={effect.restsOnErrors} />
    </div>
  );
}
