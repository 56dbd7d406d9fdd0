import type { SearchParams } from "nuqs/server";
import { HeatWorkbench } from "#components/matrix/heat-workbench.tsx";
import { MatrixTable } from "#components/matrix/matrix-table.tsx";
import { MatrixToolbar, type RunChoice } from "#components/matrix/matrix-toolbar.tsx";
import { RunsTable } from "#components/runs/runs-table.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listFairness } from "#lib/matrix/fair-queries.ts";
import { getMatrix, getTaskHeat } from "#lib/matrix/queries.ts";
import { type MatrixPageParams, measureOf, type RunTab } from "#lib/matrix/search-params.ts";
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

async function List({ searchParams }: Props) {
  const params = await loadRunsParams(searchParams);
  const { rows, total } = await listRuns(requestDb(), { ...params, pageSize: runPageSize });
  return <RunsTable rows={rows} total={total} />;
}
