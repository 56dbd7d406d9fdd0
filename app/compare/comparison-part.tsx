import { AttributionPagination } from "#components/attribution/attribution-pagination.tsx";
import { AttributionTable } from "#components/attribution/attribution-table.tsx";
import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { BenchmarkComparisonTable } from "#components/transfer/benchmark-comparison-table.tsx";
import { DifferenceChartFigure } from "#components/transfer/difference-chart-figure.tsx";
import { EffortTable } from "#components/transfer/effort-table.tsx";
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
} from "#lib/transfer/search-params.ts";

type Props = { compared: RunComparison; params: CompareParams };

/** The open part of a comparison; only its data is read. */
export function ComparisonPart(props: Props) {
  if (props.params.tab === "tasks") return <Tasks {...props} />;
  if (props.params.tab === "memories") return <Memories {...props} />;
  if (props.params.tab === "unmatched")
    return <UnmatchedLists unmatched={props.compared.comparison.unmatched} />;
  return <Benchmarks {...props} />;
}

async function Benchmarks({ compared, params }: Props) {
  const { comparison } = compared;
  // The first attempt alone is always known; pass@k only where every side has k attempts.
  const asked = comparison.options.k;
  const k = (comparison.micro[String(asked)]?.tasks ?? 0) > 0 ? asked : 1;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Card title={`Difference of pass@${k}`}>
        <DifferenceChartFigure
          chart={differenceChart(comparison, k)}
          k={k}
          confidence={comparison.options.confidence}
        />
      </Card>
      <Card title={`Per benchmark, pass@${k}`} flush>
        <BenchmarkComparisonTable
          rows={comparison.byBenchmark}
          k={k}
          confidence={comparison.options.confidence}
          href={(benchmark) =>
            compareHref("/compare", {
              ...params,
              tab: "tasks",
              benchmark,
              outcome: null,
              evidence: null,
              memory: null,
              q: "",
              page: 1,
            })
          }
        />
      </Card>
      <Card title="Cost and effort" description="Paired by task, each task counting the same." flush>
        <EffortTable differences={await listEffortDifferences(getDb(), compared)} />
      </Card>
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
          href={(memory, outcome) =>
            compareHref("/compare", {
              ...params,
              tab: "tasks",
              memory,
              outcome,
              evidence: null,
              benchmark: null,
              q: "",
              page: 1,
            })
          }
        />
      </DeprecationProvider>
      {attribution.total > attributionPageSize ? <AttributionPagination total={attribution.total} /> : null}
    </Card>
  );
}
