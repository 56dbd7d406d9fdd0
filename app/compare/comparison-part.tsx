import { AttributionTable } from "#components/attribution/attribution-table.tsx";
import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { AveragesTable } from "#components/transfer/averages-table.tsx";
import { BenchmarkComparisonTable } from "#components/transfer/benchmark-comparison-table.tsx";
import { DifferenceChartFigure } from "#components/transfer/difference-chart-figure.tsx";
import { EffortTable } from "#components/transfer/effort-table.tsx";
import { NoiseSummary } from "#components/transfer/noise-summary.tsx";
import { PairedOutcomesTable } from "#components/transfer/paired-outcomes-table.tsx";
import { PairedTasksTable } from "#components/transfer/paired-tasks-table.tsx";
import { UnmatchedTable } from "#components/transfer/unmatched-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getRetrievedMemory, listMemoryAttribution } from "#lib/attribution/attribution-queries.ts";
import { differenceChart } from "#lib/transfer/difference-chart.ts";
import { listEffortDifferences } from "#lib/transfer/effort-queries.ts";
import { selectPairedTasks } from "#lib/transfer/paired-tasks.ts";
import type { PairedOutcome, RunComparison } from "#lib/transfer/schema.ts";
import {
  attributionPageSize,
  type CompareParams,
  compareHref,
  compareTaskHref,
  listOf,
  pairedTaskPageSize,
  tasksHref,
} from "#lib/transfer/search-params.ts";
import { shownK } from "#lib/transfer/shown-k.ts";
import { sortBenchmarks } from "#lib/transfer/sort-benchmarks.ts";
import { TriagePart } from "./triage-part.tsx";

type Props = { compared: RunComparison; params: CompareParams };

/** The open part of a comparison; only its data is read. */
export function ComparisonPart(props: Props) {
  if (props.params.tab === "tasks") return <Tasks {...props} />;
  if (props.params.tab === "memories") return <Memories {...props} />;
  if (props.params.tab === "triage") return <TriagePart {...props} />;
  const { comparison } = props.compared;
  if (props.params.tab === "pass") return <AveragesTable averages={averagesOf(comparison)} />;
  if (props.params.tab === "effort") return <Effort {...props} />;
  if (props.params.tab === "noise") return <OutcomesAndChance {...props} />;
  if (props.params.tab === "unmatched") return <UnmatchedTable unmatched={comparison.unmatched} />;
  return <Benchmarks {...props} />;
}

/** Not the tasks: they would all go to the browser. */
function averagesOf({ micro, macro, options }: RunComparison["comparison"]) {
  return { micro, macro, confidence: options.confidence };
}

function Benchmarks({ compared: { comparison }, params }: Props) {
  const k = shownK(comparison);
  const { confidence } = comparison.options;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <BenchmarkComparisonTable
        rows={sortBenchmarks(comparison.byBenchmark, params.bsort, params.bdir === "desc", 1).map((row) => ({
          ...row,
          difference: row.passAt["1"],
          href: tasksHref(params, { benchmark: row.benchmark }),
        }))}
        k={k}
        confidence={confidence}
      />
      <Card title="Difference of pass@1">
        <DifferenceChartFigure chart={differenceChart(comparison, 1)} k={1} confidence={confidence} />
      </Card>
    </div>
  );
}

async function Effort({ compared }: Props) {
  return <EffortTable differences={await listEffortDifferences(requestDb(), compared)} />;
}

function OutcomesAndChance({ compared: { comparison }, params }: Props) {
  return (
    <div className="grid min-w-0 grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <PairedOutcomesTable
        comparison={comparison}
        href={(outcome, evidence) => tasksHref(params, { outcome, evidence })}
      />
      <NoiseSummary
        comparison={comparison}
        href={(evidence) => tasksHref(params, { outcome: "lost", evidence })}
      />
    </div>
  );
}

async function Tasks({ compared: { base, candidate, comparison }, params }: Props) {
  const memory = params.memory ? await getRetrievedMemory(requestDb(), candidate.id, params.memory) : null;
  const { rows, total } = selectPairedTasks(comparison.tasks, {
    ...params,
    candidateTaskIds: memory?.taskIds ?? null,
    pageSize: pairedTaskPageSize,
  });
  const side = { base: base.id, cand: candidate.id, k: comparison.options.k, errored: params.errored };
  const list = { ...listOf(params), memory: memory?.id ?? null };
  return (
    <PairedTasksTable
      memory={memory && { id: memory.id, title: memory.title }}
      rows={rows.map((task) => ({
        ...task,
        href: compareTaskHref("/compare/task", { ...side, ...list, task: task.taskId }),
      }))}
      total={total}
      benchmarks={comparison.byBenchmark.map((row) => row.benchmark)}
      csvHref={compareHref("/api/compare/csv", { ...side, ...list })}
    />
  );
}

async function Memories({ compared: { base, candidate, comparison }, params }: Props) {
  const attribution = await listMemoryAttribution(requestDb(), candidate.id, comparison, {
    page: params.page,
    pageSize: attributionPageSize,
    sort: params.msort,
    isDescending: params.mdir === "desc",
  });
  const now = new Date().toISOString();
  const rows = attribution.rows.map((row) => {
    const href = (outcome: PairedOutcome | null) => tasksHref(params, { memory: row.memoryId, outcome });
    return {
      ...row,
      isExpired: row.validUntil !== null && row.validUntil <= now,
      hrefs: { tasks: href(null), lost: href("lost"), gained: href("gained") },
    };
  });
  return (
    <DeprecationProvider>
      <AttributionTable attribution={{ ...attribution, rows }} baseline={base.name} />
    </DeprecationProvider>
  );
}
