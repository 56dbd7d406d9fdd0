"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PAIRED_TASK_SORTS } from "#lib/transfer/paired-tasks.ts";
import { compareParams, pairedTaskPageSize } from "#lib/transfer/search-params.ts";
import { type LinkedTask, pairedTaskColumns } from "./paired-task-columns.tsx";
import { PairedTasksToolbar } from "./paired-tasks-toolbar.tsx";

type Props = {
  rows: LinkedTask[];
  total: number;
  benchmarks: readonly string[];
  csvHref: string;
  /** Only tasks at which this memory was retrieved are listed. */
  memory: { id: string; title: string } | null;
};

/** The paired tasks; a row opens both trials side by side. */
export function PairedTasksTable({ rows, total, benchmarks, csvHref, memory }: Props) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(compareParams, { shallow: false, startTransition });
  return (
    <DataTable
      label="Paired tasks"
      columns={pairedTaskColumns}
      rows={rows}
      rowCount={total}
      getRowId={(row) => row.taskId}
      getRowHref={(row) => row.href}
      getRowLabel={rowLabel}
      sort={{ id: params.sort, desc: params.dir === "desc" }}
      onSortChange={(sort) =>
        setParams({
          sort: PAIRED_TASK_SORTS.find((each) => each === sort?.id) ?? null,
          dir: sort?.desc ? "desc" : null,
          page: null,
        })
      }
      pageIndex={Math.max(0, params.page - 1)}
      pageSize={pairedTaskPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      pending={pending}
      empty={
        <EmptyState
          title="No paired tasks match"
          actions={
            <Button
              onClick={() =>
                setParams({
                  outcome: null,
                  evidence: null,
                  benchmark: null,
                  memory: null,
                  q: null,
                  page: null,
                })
              }
            >
              Clear the filters
            </Button>
          }
        >
          No pair of the two runs has this outcome, evidence, benchmark and name.
        </EmptyState>
      }
      toolbar={
        <PairedTasksToolbar
          benchmarks={benchmarks}
          csvHref={csvHref}
          memory={memory}
          startTransition={startTransition}
        />
      }
    />
  );
}

function rowLabel(row: LinkedTask): string {
  return row.taskName;
}
