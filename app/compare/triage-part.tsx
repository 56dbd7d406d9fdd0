import { Suspense } from "react";
import { CueTable } from "#components/triage/cue-table.tsx";
import { TriageSummary } from "#components/triage/triage-summary.tsx";
import { TriageTable } from "#components/triage/triage-table.tsx";
import { Section } from "#components/ui/section.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { currentActor } from "#lib/access/current-actor.ts";
import { requestDb } from "#lib/access/request-db.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import type { RunComparison } from "#lib/transfer/schema.ts";
import { type CompareParams, compareHref, compareTaskHref } from "#lib/transfer/search-params.ts";
import { getCueCounts } from "#lib/triage/cue-queries.ts";
import { listTriage } from "#lib/triage/queries.ts";
import { kindWords } from "#lib/triage/words.ts";

type Props = { compared: RunComparison; params: CompareParams };

/** Labeling lost and gained tasks: progress, agreement, cues, list. */
export async function TriagePart({ compared: { base, candidate, comparison }, params }: Props) {
  const kind = params.outcome === "gained" ? "transfer" : "cause";
  const asked: ComparisonParams = {
    base: base.id,
    candidate: candidate.id,
    k: comparison.options.k,
    excludeErrored: params.errored,
  };
  const list = await listTriage(requestDb(), { ...asked, kind }, currentActor().name);
  if (!list) return null;
  const outcome = kind === "cause" ? "lost" : "gained";
  const hrefOf = (task: string) =>
    compareTaskHref("/compare/task", {
      base: base.id,
      cand: candidate.id,
      k: params.k,
      errored: params.errored,
      outcome,
      task,
    });
  const next = list.tasks.find(({ mine }) => mine === null);
  const { tasks, ...summary } = list;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TriageSummary
        list={summary}
        of={tasks.length}
        nextHref={next ? hrefOf(next.task.taskId) : null}
        kindHref={(each) =>
          compareHref("/compare", { ...params, outcome: each === "transfer" ? "gained" : "lost" })
        }
      />
      <TriageTable
        label={kindWords[kind].heading}
        rows={tasks.map((each) => ({ ...each, href: hrefOf(each.task.taskId) }))}
      />
      {kind === "cause" ? (
        <Suspense fallback={<SkeletonRows rows={4} label="Looking for cues" />}>
          <Cues asked={asked} />
        </Suspense>
      ) : null}
    </div>
  );
}

async function Cues({ asked }: { asked: ComparisonParams }) {
  const counts = await getCueCounts(requestDb(), asked);
  return (
    <Section
      title="Cues"
      description="Rules about the steps, not verdicts. One that is as frequent at tasks that were not lost says nothing."
    >
      <CueTable counts={counts} />
    </Section>
  );
}
