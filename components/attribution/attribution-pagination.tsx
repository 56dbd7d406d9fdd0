"use client";
import { useQueryStates } from "nuqs";
import { Pagination } from "#components/ui/pagination.tsx";
import { attributionPageSize, compareParams } from "#lib/transfer/search-params.ts";

export function AttributionPagination({ total }: { total: number }) {
  const [{ page }, setParams] = useQueryStates(compareParams, { shallow: false });
  return (
    <Pagination
      pageIndex={Math.max(0, page - 1)}
      pageSize={attributionPageSize}
      total={total}
      onPageChange={(index) => setParams({ page: index + 1 })}
    />
  );
}
