"use client";
import { useQueryStates } from "nuqs";
import { Pagination } from "#components/ui/pagination.tsx";
import { jobPageSize, jobSearchParams } from "#lib/jobs/search-params.ts";

export function JobPagination({ total }: { total: number }) {
  const [{ page }, setParams] = useQueryStates(jobSearchParams, { shallow: false });
  return (
    <Pagination
      pageIndex={page - 1}
      pageSize={jobPageSize}
      total={total}
      onPageChange={(index) => setParams({ page: index + 1 })}
    />
  );
}
