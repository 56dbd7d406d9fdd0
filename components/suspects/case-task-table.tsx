"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import type { CaseTask } from "#lib/attribution/cases/schema.ts";

type LinkedTask = CaseTask & { href: string; isOpen: boolean };

const column = dataTableColumns<LinkedTask>();

const columns: DataTableColumn<LinkedTask>[] = [
  column.display({
    id: "task",
    header: "Task",
    cell: ({ row: { original } }) => (
      <Link
        className={original.isOpen ? "font-semibold text-accent" : "link"}
        href={original.href}
        scroll={false}
        replace
        aria-current={original.isOpen ? "true" : undefined}
      >
        {original.isOpen ? "▸ " : ""}
        {original.taskName}
      </Link>
    ),
    meta: { grows: true },
  }),
  column.display({
    id: "outcome",
    header: "Outcome",
    cell: ({ row: { original } }) => (
      <span className="inline-flex items-center gap-1.5">
        <OutcomeBadge outcome={original.outcome} />
        <ShownWith task={original} />
      </span>
    ),
  }),
  column.display({
    id: "base",
    header: "Baseline",
    cell: ({ row: { original } }) => `${original.base.passed}/${original.base.scored}`,
    meta: { numeric: true },
  }),
  column.display({
    id: "shown",
    header: "Shown it",
    cell: ({ row: { original } }) => `${original.shown.passed}/${original.shown.attempts}`,
    meta: { numeric: true },
  }),
  column.display({
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
    meta: { className: "max-sm:hidden" },
  }),
];

/** Whether anything else was shown, which may have done it. */
function ShownWith({ task: { alone, others } }: { task: CaseTask }) {
  if (alone) return <b className="font-semibold">alone</b>;
  // What matches no memory of the pool has no name.
  if (others.length === 0) return <span className="text-muted">with an unknown memory</span>;
  return (
    <span className="text-muted" title={others.map(({ title }) => title).join("\n")}>
      with {others.length} {others.length === 1 ? "other" : "others"}
    </span>
  );
}

type Props = { tasks: LinkedTask[]; previousHref: string | null; nextHref: string | null };

/** The tasks of a case, lost alone first. j and k open the next and previous one, also from within the table. */
export function CaseTaskTable({ tasks, previousHref, nextHref }: Props) {
  const router = useRouter();
  const ref = useRef<HTMLDivElement>(null);
  const open = tasks.find(({ isOpen }) => isOpen)?.taskId;
  useEffect(() => {
    const row = open ? ref.current?.querySelector(`[data-row-id="${CSS.escape(open)}"]`) : null;
    const box = row?.closest("[role=group]");
    // Within its own box: scrollIntoView would move the page along.
    if (row instanceof HTMLElement && box) {
      const [top, bottom] = [row.offsetTop - row.offsetHeight, row.offsetTop + 2 * row.offsetHeight];
      if (top < box.scrollTop) box.scrollTop = top;
      else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
    }
  }, [open]);
  const go = (href: string | null) => () => {
    if (href) router.replace(href, { scroll: false });
  };
  return (
    <div ref={ref} className="rounded-md border border-line [--table-height:13.5rem]">
      <DataTable
        plain
        label="Tasks of this case"
        columns={columns}
        rows={tasks}
        getRowId={(row) => row.taskId}
        getRowHref={(row) => row.href}
        rowKeys={{ j: go(nextHref), k: go(previousHref) }}
      />
    </div>
  );
}
