import type { SearchParams } from "nuqs/server";
import { TrialsTable } from "#components/runs/trials-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { loadTrialsParams, trialPageSize } from "#lib/runs/search-params.ts";
import { listTrialBenchmarks, listTrials } from "#lib/runs/trial-queries.ts";

export const metadata = { title: "Trials" };

export default async function TrialsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { run, ...filter } = await loadTrialsParams(searchParams);
  const [benchmarks, { rows, total }] = await Promise.all([
    listTrialBenchmarks(requestDb()),
    listTrials(requestDb(), { ...filter, runId: run, pageSize: trialPageSize }),
  ]);
  return (
    <PageBody>
      <PageHeader
        title="Trials"
        purpose="Every attempt at every task, across all runs. Filter by outcome to find the errored ones."
      />
      {benchmarks.length === 0 ? (
        <EmptyState
          title="No trials yet"
          command="npx carryover import ./jobs --arm zero-shot --run baseline"
        >
          A trial is one attempt at one task in one run. Import a run to see its trials.
        </EmptyState>
      ) : (
        <TrialsTable rows={rows} total={total} benchmarks={benchmarks} />
      )}
    </PageBody>
  );
}
