"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { PAIRED_TASK_SORTS } from "#lib/transfer/paired-tasks.ts";
import { PAIRED_OUTCOMES } from "#lib/transfer/schema.ts";
import { compareParams, pairedTaskPageSize } from "#lib/transfer/search-params.ts";
import { type LinkedTask, pairedTaskColumns } from "./paired-task-columns.tsx";

type Props = {
  rows: LinkedTask[];
  total: number;
  benchmarks: readonly string[];
  csvHref: string;
  /** Only tasks at which this memory was retrieved are listed. */
  memory: { id: string; title: string } | null;
};

const outcomeOptions = [
  { value: "", label: "Any outcome" },
  ...PAIRED_OUTCOMES.map((outcome) => ({ value: outcome, label: outcome })),
];

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
      pageIndex={params.page - 1}
      pageSize={pairedTaskPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      pending={pending}
      empty={
        <EmptyState
          title="No paired task matches"
          actions={
            <Button
              onClick={() => setParams({ outcome: null, benchmark: null, memory: null, q: null, page: null })}
            >
              Clear the filters
            </Button>
          }
        >
          No pair of the two runs has this outcome, benchmark and name.
        </EmptyState>
      }
      toolbar={
        <>
          <Input
            type="search"
            aria-label="Search paired tasks by name"
            placeholder="Search tasks"
            className="w-52"
            value={params.q}
            onChange={(event) => setParams({ q: event.target.value || null, page: null })}
          />
          <span className="w-36">
            <Select
              aria-label="Outcome"
              value={params.outcome ?? ""}
              options={outcomeOptions}
              onChange={(event) =>
                setParams({
                  outcome: PAIRED_OUTCOMES.find((each) => each === event.target.value) ?? null,
                  page: null,
                })
              }
            />
          </span>
          <span className="w-48">
            <Select
              aria-label="Benchmark"
              value={params.benchmark ?? ""}
              options={[
                { value: "", label: "All benchmarks" },
                ...benchmarks.map((name) => ({ value: name, label: name })),
              ]}
              onChange={(event) => setParams({ benchmark: event.target.value || null, page: null })}
            />
          </span>
          {memory ? (
            <span className="inline-flex min-w-0 flex-wrap items-center gap-2 text-sm">
              <span>
                at which{" "}
                <Link className="link [unicode-bidi:isolate]" href={`/memories/${memory.id}`}>
                  {memory.title}
                </Link>{" "}
                was retrieved
              </span>
              <Button size="small" onClick={() => setParams({ memory: null, page: null })}>
                All tasks
              </Button>
            </span>
          ) : null}
          <Button asChild>
            <a href={csvHref} download>
              Download CSV
            </a>
          </Button>
        </>
      }
    />
  );
}

function rowLabel(row: LinkedTask): string {
  return row.taskName;
}
