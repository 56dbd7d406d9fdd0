import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { LintButton } from "#components/memories/lint-button.tsx";
import { MemoriesBrowser } from "#components/memories/memories-browser.tsx";
import { MemoriesSkeleton } from "#components/memories/memories-skeleton.tsx";
import { NoMemories } from "#components/memories/no-memories.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { getDb } from "#lib/db/client.ts";
import { countFacets } from "#lib/memories/facets.ts";
import { listMemories } from "#lib/memories/queries.ts";
import { listViews } from "#lib/memories/saved-views.ts";
import { isFiltered, loadMemorySearchParams, memoryPageSizes } from "#lib/memories/search-params.ts";

export const metadata = { title: "Memories" };

export default function MemoriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <PageBody>
      <PageHeader
        title="Memories"
        purpose="Everything in the pool: find what should not be carried over, and curate it."
        actions={<LintButton />}
      />
      <Suspense fallback={<MemoriesSkeleton />}>
        <Memories searchParams={searchParams} />
      </Suspense>
    </PageBody>
  );
}

async function Memories({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadMemorySearchParams(searchParams);
  const pageSize = Math.min(params.pageSize, Math.max(...memoryPageSizes));
  const [{ rows, total }, counts, views] = await Promise.all([
    listMemories(getDb(), { ...params, pageSize }),
    countFacets(getDb(), params),
    listViews(getDb(), "memories"),
  ]);
  if (total === 0 && !isFiltered(params)) return <NoMemories />;
  return <MemoriesBrowser rows={rows} total={total} counts={counts} views={views.rows} />;
}
