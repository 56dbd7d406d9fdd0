import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { RunsTable } from "#components/runs/runs-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listRuns } from "#lib/runs/queries.ts";
import { loadRunsParams, runPageSize } from "#lib/runs/search-params.ts";

export const metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadRunsParams(searchParams);
  const { rows, total } = await listRuns(requestDb(), { ...params, pageSize: runPageSize });
  const unfiltered = params.q === "" && params.arm === null;
  return (
    <PageBody>
      <PageHeader
        title="Runs"
        purpose="One agent configuration over a set of tasks, with and without memory. pass@k is the unbiased estimate, averaged over tasks (micro); k/n stands beside it."
        actions={
          <Button asChild size="small">
            <Link href="/trials">All trials</Link>
          </Button>
        }
      />
      {total === 0 && unfiltered ? (
        <EmptyState
          title="No runs yet"
          command="npx carryover import ./jobs --arm zero-shot --run baseline"
          actions={
            <Button asChild>
              <Link href="/import">Import in the browser</Link>
            </Button>
          }
        >
          Import the folder of a run: Harbor jobs, mini-swe-agent trajectories, Terminal-Bench results or a
          SWE-bench report. Import it once without memory and once with memory to compare them.
        </EmptyState>
      ) : (
        <RunsTable rows={rows} total={total} />
      )}
    </PageBody>
  );
}
