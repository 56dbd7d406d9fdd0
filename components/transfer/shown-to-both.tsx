import { memoryCard } from "#components/attribution/evidence-marks.ts";
import { MemoryUseLine } from "#components/attribution/memory-use.tsx";
import { MemoryVerdictBadge } from "#components/attribution/memory-verdict.tsx";
import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { FoldedText } from "#components/runs/folded-text.tsx";
import { RetrievedMemories } from "#components/runs/retrieved-memories.tsx";
import { describeBriefly, describeEffect, describeLost } from "#lib/attribution/describe-attribution.ts";
import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";
import type { MemoryAttribution } from "#lib/attribution/memory-attribution.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";

type Props = {
  pair: Pick<PairedTaskDetail, "base" | "open">;
  /** What is said of the memories that the candidate was shown, by id. */
  attribution: ReadonlyMap<string, MemoryAttribution>;
  /** What the steps say of the delivered memories. */
  evidence: { base: readonly MemoryEvidence[]; candidate: readonly MemoryEvidence[] };
};

/** What both sides were asked, and the memories that were shown: the candidate's open, a baseline's folded. */
export function ShownToBoth({ pair: { base, open }, attribution, evidence }: Props) {
  const now = new Date().toISOString();
  const query = open.candidate.retrieved[0]?.query;
  const ofBase = open.base.retrieved;
  return (
    <DeprecationProvider>
      <div className="grid min-w-0 items-start gap-x-2 md:grid-cols-2">
        {open.base.statement ? <FoldedText name="Task statement" text={open.base.statement} /> : null}
        {query ? <FoldedText name="Query of the candidate" text={query} /> : null}
      </div>
      <RetrievedMemories
        label="Memories shown to the candidate"
        rows={open.candidate.retrieved}
        now={now}
        cardOf={(rank) => memoryCard("cand", rank)}
        said={(row) => (
          <div className="flex min-w-0 flex-wrap items-center gap-x-1.5">
            <Use evidence={evidence.candidate} rank={row.rank} side="cand" />
            <Said attribution={attribution.get(row.memoryId ?? "")} baseline={base.name} />
          </div>
        )}
      />
      {ofBase.length > 0 ? (
        <details className="min-w-0 text-sm">
          <summary className="min-h-6 text-accent">
            {ofBase.length === 1 ? "1 memory" : `${ofBase.length} memories`} shown to the baseline
          </summary>
          <RetrievedMemories
            label="Memories shown to the baseline"
            rows={ofBase}
            now={now}
            cardOf={(rank) => memoryCard("base", rank)}
            said={(row) => <Use evidence={evidence.base} rank={row.rank} side="base" />}
          />
        </details>
      ) : null}
    </DeprecationProvider>
  );
}

function Use({
  evidence,
  rank,
  side,
}: {
  evidence: readonly MemoryEvidence[];
  rank: number;
  side: "base" | "cand";
}) {
  const its = evidence.find((each) => each.rank === rank);
  return its ? <MemoryUseLine evidence={its} side={side} /> : null;
}

/** One lost task says little of a memory: what all its tasks say, in one line. */
function Said({ attribution, baseline }: { attribution: MemoryAttribution | undefined; baseline: string }) {
  if (!attribution) return null;
  const words = `${describeEffect(attribution, baseline)} ${describeLost(attribution)}`;
  return (
    <p className="flex min-w-0 flex-1 basis-40 items-center gap-x-1.5 text-xs text-muted">
      <MemoryVerdictBadge verdict={attribution.verdict} />
      <span className="truncate" title={words}>
        {describeBriefly(attribution)}
      </span>
    </p>
  );
}
