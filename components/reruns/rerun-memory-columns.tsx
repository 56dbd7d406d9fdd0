import Link from "next/link";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { describeDecision } from "#lib/reruns/describe-plan.ts";
import type { Estimate } from "#lib/reruns/estimate-effects.ts";
import type { MemoryDecision } from "#lib/reruns/judge-memory.ts";
import { formatDifference } from "#lib/transfer/format.ts";
import { RerunStateBadge } from "./rerun-state-badge.tsx";

/** A memory of a plan with what its reruns say; nothing of it before the plan is kept. */
export type RerunMemory = {
  id: string;
  number: number;
  title: string;
  decision: MemoryDecision | null;
  shapley: Estimate | null;
};

const column = dataTableColumns<RerunMemory>();

const named: DataTableColumn<RerunMemory>[] = [
  column.accessor("number", { id: "number", header: "No.", meta: { numeric: true } }),
  column.accessor("title", {
    id: "title",
    header: "Memory",
    enableHiding: false,
    cell: ({ row: { original } }) => (
      <Link className="link [unicode-bidi:isolate]" href={`/memories/${original.id}`}>
        {original.title}
      </Link>
    ),
    meta: { grows: true },
  }),
];

const said: DataTableColumn<RerunMemory>[] = [
  column.display({
    id: "state",
    header: "State",
    cell: ({ row: { original } }) =>
      original.decision ? (
        <RerunStateBadge state={original.decision.state} hint={describeDecision(original.decision)} />
      ) : (
        "–"
      ),
  }),
  column.display({
    id: "shapley",
    header: "Shapley value, points",
    cell: ({ row: { original } }) =>
      original.shapley ? formatDifference({ delta: original.shapley.value, ci: original.shapley.ci }) : "–",
    meta: { numeric: true },
  }),
  column.display({
    id: "evidence",
    header: "Evidence",
    cell: ({ row: { original } }) =>
      original.decision
        ? `${original.decision.evidence.toFixed(1)} of ${original.decision.threshold.toFixed(0)}`
        : "–",
    meta: { numeric: true, title: "Evidence of harm, and how much of it confirms" },
  }),
  column.display({
    id: "against",
    header: "Against",
    cell: ({ row: { original } }) =>
      original.decision ? `${original.decision.against} of ${original.decision.blocks}` : "–",
    meta: { numeric: true, title: "Blocks that passed without it and failed with it" },
  }),
  column.display({
    id: "inFavor",
    header: "For",
    cell: ({ row: { original } }) => original.decision?.inFavor ?? "–",
    meta: { numeric: true, title: "Blocks that failed without it and passed with it" },
  }),
  column.display({
    id: "least",
    header: "To confirm",
    cell: ({ row: { original } }) => (original.decision?.least ? `${original.decision.least} more` : "–"),
    meta: { numeric: true, title: "Further blocks against it that would confirm it" },
  }),
];

/** Before any rerun there is nothing to say of a memory but its name. */
export function rerunMemoryColumns(isKept: boolean): DataTableColumn<RerunMemory>[] {
  return isKept ? [...named, ...said] : named;
}
