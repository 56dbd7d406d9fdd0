import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { requireRow } from "#app/require-row.ts";
import { FairCheck } from "#components/matrix/fair-check.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { ComparePicker } from "#components/transfer/compare-picker.tsx";
import { CompareStarter } from "#components/transfer/compare-starter.tsx";
import { CompareTabs } from "#components/transfer/compare-tabs.tsx";
import { ComparisonStrip } from "#components/transfer/comparison-strip.tsx";
import { JudgedChip } from "#components/transfer/judged-chip.tsx";
import { ShareComparison } from "#components/transfer/share-comparison.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getFairness } from "#lib/matrix/fair-queries.ts";
import { incompleteText, listIncompleteRuns } from "#lib/runs/incomplete-runs.ts";
import { describeJudgedDifference, getJudgedDifference } from "#lib/transfer/judged-attempts.ts";
import { getComparison, latestComparison, listComparableRuns } from "#lib/transfer/queries.ts";
import {
  type CompareParams,
  clampK,
  compareHref,
  loadCompareParams,
  tasksHref,
} from "#lib/transfer/search-params.ts";
import { ComparisonPart } from "./comparison-part.tsx";

export const metadata = { title: "Compare" };

export default async function ComparePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadCompareParams(searchParams);
  await requireRow("Run", params.base, params.cand);
  const runs = await listComparableRuns(requestDb());
  // More attempts than the runs have would change no outcome and leave every pass@k unknown.
  const chosen = runs.filter((run) => run.id === params.base || run.id === params.cand);
  const k = Math.min(clampK(params.k), ...chosen.map((run) => Math.max(1, run.attempts)));
  return (
    <PageBody>
      <PageHeader
        title="Compare"
        purpose="Which tasks a candidate run gained and lost against its baseline, and which losses are more than chance."
        actions={runs.length >= 2 ? <ComparePicker runs={runs} k={k} /> : null}
      />
      {params.base && params.cand ? (
        <Suspense fallback={<SkeletonRows rows={12} label="Comparing the runs" />}>
          <Compared base={params.base} cand={params.cand} params={{ ...params, k }} />
        </Suspense>
      ) : (
        <CompareStarter runCount={runs.length} latest={runs.length >= 2 ? await latestLink() : null} />
      )}
    </PageBody>
  );
}

async function Compared({ base, cand, params }: { base: string; cand: string; params: CompareParams }) {
  const compared = await getComparison(requestDb(), {
    base,
    candidate: cand,
    k: params.k,
    excludeErrored: params.errored,
  });
  if (!compared) notFound();
  const { comparison } = compared;
  const fairness = base === cand ? null : await getFairness(requestDb(), { runId: cand, baselineId: base });
  const incomplete = await listIncompleteRuns(requestDb(), [base, cand]);
  const judged = await getJudgedDifference(requestDb(), { base, candidate: cand });
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <ComparisonStrip
        compared={compared}
        incomplete={incomplete.length > 0 ? incompleteText(incomplete) : null}
        chips={
          <>
            {fairness ? <FairCheck items={fairness} /> : null}
            {judged ? <JudgedChip text={describeJudgedDifference(judged)} /> : null}
          </>
        }
        href={(outcome, evidence) => tasksHref(params, { outcome, evidence })}
      />
      <div className="flex min-w-0 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <CompareTabs
          current={params.tab}
          counts={{
            benchmarks: comparison.byBenchmark.length,
            tasks: comparison.pairs,
            unmatched: comparison.unmatched.base.length + comparison.unmatched.candidate.length,
          }}
          href={(tab) => compareHref("/compare", { ...params, tab, page: 1 })}
        />
        <ShareComparison query={compareHref("", { base, cand, k: params.k, errored: params.errored })} />
      </div>
      <ComparisonPart compared={compared} params={params} />
    </div>
  );
}

async function latestLink() {
  const latest = await latestComparison(requestDb());
  if (!latest) return null;
  const { base, candidate } = latest;
  return {
    href: compareHref("/compare", { base: base.id, cand: candidate.id }),
    base: base.name,
    candidate: candidate.name,
  };
}
