"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { casePageSize, suspectParams } from "#lib/attribution/cases/search-params.ts";
import { caseColumns, type LinkedCase, lesserCaseColumns } from "./case-columns.tsx";
import { NoRetrievals } from "./no-cases.tsx";

type Props = {
  /** Of this page of the list. */
  rows: LinkedCase[];
  total: number;
  page: number;
  /** Cases of the comparison, whatever the filter holds. */
  cases: number;
  unlinked: number;
};

/** The cases of a comparison, worst first: one line each. */
export function CaseTable({ rows, total, page, cases, unlinked }: Props) {
  const [pending, startTransition] = useTransition();
  const [, setParams] = useQueryStates(suspectParams, { shallow: false, startTransition });
  return (
    <DataTable
      label="Suspects"
      columns={caseColumns}
      initiallyHidden={lesserCaseColumns}
      constantColumns={noColumns}
      rows={rows}
      rowCount={total}
      getRowId={(row) => row.memoryIds[0] ?? ""}
      getRowHref={(row) => row.href}
      pageIndex={Math.max(0, page - 1)}
      pageSize={casePageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      pending={pending}
      empty={cases === 0 ? <NoRetrievals unlinked={unlinked} /> : <NothingLeft />}
    />
  );
}

/** None is hidden for saying the same everywhere: "0 lost alone" throughout is what a person must see. */
const noColumns: string[] = [];

function NothingLeft() {
  return (
    <EmptyState title="No case of this kind">
      Choose any state, or clear To judge: what points to harm may be judged already.
    </EmptyState>
  );
}
