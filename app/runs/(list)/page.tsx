import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { RunTabs } from "#components/matrix/run-tabs.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { loadMatrixParams } from "#lib/matrix/search-params.ts";
import { listRunNames } from "#lib/runs/queries.ts";
import { RunsPart } from "./runs-part.tsx";

export const metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadMatrixParams(searchParams);
  const runs = await listRunNames(requestDb());
  const tab = params.tab ?? "matrix";
  return (
    <PageBody>
      <PageHeader
        title="Runs"
        purpose="All runs at once: one agent configuration over a set of tasks, with and without memory, each against its baseline."
        actions={
          <Button asChild size="small">
            <Link href="/trials">All trials</Link>
          </Button>
        }
      />
      {runs.length === 0 ? (
        <NoRuns />
      ) : (
        <div className="flex min-w-0 flex-col gap-2">
          <RunTabs current={tab} params={params} runs={runs.length} />
          <Suspense key={tab} fallback={<SkeletonRows rows={10} label="Loading the runs" />}>
            <RunsPart tab={tab} params={params} runs={runs} searchParams={searchParams} />
          </Suspense>
        </div>
      )}
    </PageBody>
  );
}

function NoRuns() {
  return (
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
  );
}
