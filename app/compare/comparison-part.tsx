import { AttributionPagination } from "#components/attribution/attribution-pagination.tsx";
import { AttributionTable } from "#components/attribution/attribution-table.tsx";
import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { AveragesTable } from "#components/transfer/averages-table.tsx";
import { BenchmarkComparisonTable } from "#components/transfer/benchmark-comparison-table.tsx";
import { DifferenceChartFigure } from "#components/transfer/difference-chart-figure.tsx";
import { EffortTable } from "#components/transfer/effort-table.tsx";
import { NoiseSummary } from "#components/transfer/noise-summary.tsx";
import { PairedOutcomesTable } from "#components/transfer/paired-outcomes-table.tsx";
import { PairedTasksTable } from "#components/transfer/paired-tasks-table.tsx";
import { UnmatchedLists } from "#components/transfer/unmatched-lists.tsx";
import { Card } from "#components/ui/card.tsx";
import { getRetrievedMemory, listMemoryAttribution } from "#lib/attribution/attribution-queries.ts";
import { getDb } from "#lib/db/client.ts";
import { differenceChart } from "#lib/transfer/difference-chart.ts";
import { listEffortDifferences } from "#lib/transfer/effort-queries.ts";
import { selectPairedTasks } from "#lib/transfer/paired-tasks.ts";
import type { RunComparison } from "#lib/transfer/schema.ts";
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

type Props = { compared: RunComparison; params: CompareParams };

/** The open part of a comparison; only its data is read. */
export function ComparisonPart(props: Props) {
  if (props.params.tab === "tasks") return <Tasks {...props} />;
  if (props.params.tab === "memories") return <Memories {...props} />;
  const { comparison } = props.compared;
  if (props.params.tab === "pass") return <AveragesTable comparison={comparison} />;
  if (props.params.tab === "effort") return <Effort {...props} />;
  if (props.params.tab === "noise") return <OutcomesAndChance {...props} />;
  if (props.params.tab === "unmatched") return <UnmatchedLists unmatched={comparison.unmatched} />;
  return <Benchmarks {...props} />;
}

function Benchmarks({ compared: { comparison }, params }: Props) {
  const k = shownK(comparison);
  const { confidence } = comparison.options;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <BenchmarkComparisonTable
        rows={comparison.byBenchmark}
        k={k}
        confidence={confidence}
        href={(benchmark) => tasksHref(params, { benchmark })}
      />
      <Card title={`Difference of pass@${k}`}>
        <DifferenceChartFigure chart={differenceChart(comparison, k)} k={k} confidence={confidence} />
      </Card>
    </div>
  );
}

async function Effort({ compared }: Props) {
  return <EffortTable differences={await listEffortDifferences(getDb(), compared)} />;
}

function OutcomesAndChance({ compared: { comparison }, params }: Props) {
  return (
    <div className="grid min-w-0 items-start gap-4 xl:grid-cols-2">
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
  const memory = params.memory ? await getRetrievedMemory(getDb(), candidate.id, params.memory) : null;
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
  const attribution = await listMemoryAttribution(getDb(), candidate.id, comparison, {
    page: params.page,
    pageSize: attributionPageSize,
  });
  return (
    <Card
      title="Memories retrieved by the candidate"
      description="The surest harm first. Named only at q ≤ 0.05 and apart from every other memory; only an ablation proves it."
    >
      <DeprecationProvider>
        <AttributionTable
          attribution={attribution}
          baseline={base.name}
          now={new Date().toISOString()}
          href={(memory, outcome) => tasksHref(params, { memory, outcome })}
        />
      </DeprecationProvider>
      {attribution.total > attributionPageSize ? <AttributionPagination total={attribution.total} /> : null}
    </Card>
  );
}
