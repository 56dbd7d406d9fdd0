import type { SearchParams } from "nuqs/server";
import { CurvesView } from "#components/matrix/curves-view.tsx";
import { HeatWorkbench } from "#components/matrix/heat-workbench.tsx";
import { MatrixTable } from "#components/matrix/matrix-table.tsx";
import { MatrixToolbar, type RunChoice } from "#components/matrix/matrix-toolbar.tsx";
import { PublishedView } from "#components/matrix/published-view.tsx";
import { RunsTable } from "#components/runs/runs-table.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getCurves } from "#lib/matrix/curve-queries.ts";
import { listFairness } from "#lib/matrix/fair-queries.ts";
import { ownBeside } from "#lib/matrix/own-beside-published.ts";
import { publishedTables } from "#lib/matrix/published-results.ts";
import { getMatrix, getTaskHeat } from "#lib/matrix/queries.ts";
import { type MatrixPageParams, matrixHref, measureOf, type RunTab } from "#lib/matrix/search-params.ts";
import { listRuns } from "#lib/runs/queries.ts";
import { loadRunsParams, runPageSize } from "#lib/runs/search-params.ts";

type Props = {
  tab: RunTab;
  params: MatrixPageParams;
  runs: readonly RunChoice[];
  searchParams: Promise<SearchParams>;
};

/** The open view of all runs; only its data is read. */
export function RunsPart(props: Props) {
  if (props.tab === "tasks") return <Tasks {...props} />;
  if (props.tab === "curves") return <Curves {...props} />;
  if (props.tab === "published") return <PublishedResults {...props} />;
  if (props.tab === "list") return <List {...props} />;
  return <Matrix {...props} />;
}

async function Matrix({ params, runs }: Props) {
  const { base, group, runs: ids } = params;
  const matrix = await getMatrix(requestDb(), {
    measure: measureOf(params),
    baseline: base,
    group,
    runs: ids,
  });
  return (
    <>
      <MatrixToolbar runs={runs} />
      <MatrixTable
        matrix={matrix}
        fairness={
          await listFairness(
            requestDb(),
            matrix.runs.map(({ id, baselineId }) => ({ runId: id, baselineId })),
          )
        }
      />
    </>
  );
}

async function Tasks({ params }: Props) {
  const { base, group, runs } = params;
  return <HeatWorkbench heat={await getTaskHeat(requestDb(), { baseline: base, group, runs })} />;
}

async function Curves({ params, runs }: Props) {
  const measure = measureOf(params);
  return (
    <>
      <MatrixToolbar runs={runs} groups={false} />
      <CurvesView
        runs={await getCurves(requestDb(), { measure, baseline: params.base, runs: params.runs })}
        measure={measure}
      />
    </>
  );
}

async function PublishedResults({ params }: Props) {
  const table = publishedTables.find(({ id }) => id === params.table) ?? publishedTables[0];
  if (!table) return null;
  const k = table.measure === "pass@3" ? 3 : 1;
  const matrix = await getMatrix(requestDb(), { measure: { kind: "pass", k }, runs: params.runs });
  return (
    <PublishedView
      table={table}
      own={ownBeside(matrix, table.benchmarks)}
      href={(id) => matrixHref("/runs", { tab: "published", table: id, runs: params.runs })}
    />
  );
}

async function List({ searchParams }: Props) {
  const params = await loadRunsParams(searchParams);
  const { rows, total } = await listRuns(requestDb(), { ...params, pageSize: runPageSize });
  return <RunsTable rows={rows} total={total} />;
}
