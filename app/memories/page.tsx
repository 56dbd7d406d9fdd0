import type { Route } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { LintButton } from "#components/memories/lint-button.tsx";
import { MemoriesBrowser } from "#components/memories/memories-browser.tsx";
import { MemoriesSkeleton } from "#components/memories/memories-skeleton.tsx";
import { NoMemories } from "#components/memories/no-memories.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { browseWithFacets } from "#lib/attribution/browse-memories.ts";
import { listViews } from "#lib/memories/saved-views.ts";
import { isFiltered, loadMemorySearchParams, memoriesHref } from "#lib/memories/search-params.ts";

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
  const [{ rows, total, counts }, views] = await Promise.all([
    browseWithFacets(requestDb(), params),
    listViews(requestDb(), "memories"),
  ]);
  if (total === 0 && !isFiltered(params)) return <NoMemories />;
  // A page beyond the last is no "nothing matches": rows were filtered away since the link was made.
  if (rows.length === 0 && total > 0) {
    const page = Math.ceil(total / params.pageSize);
    redirect(memoriesHref("/memories", { ...params, page }) as Route);
  }
  return <MemoriesBrowser rows={rows} total={total} counts={counts} views={views.rows} />;
}
