"use client";
import { useQueryStates } from "nuqs";
import { Pagination } from "#components/ui/pagination.tsx";
import { generationPageSize, regenerateParams } from "#lib/generation/search-params.ts";

/** Pages of the past drafts; nothing while one page holds them. */
export function DecidedPagination({ page, total }: { page: number; total: number }) {
  const [, setParams] = useQueryStates(regenerateParams, { shallow: false });
  if (total <= generationPageSize) return null;
  return (
    <div className="px-4 pb-3">
      <Pagination
        pageIndex={page - 1}
        pageSize={generationPageSize}
        total={total}
        onPageChange={(index) => setParams({ page: index + 1 })}
      />
    </div>
  );
}
