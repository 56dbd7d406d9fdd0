"use client";
import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/input.tsx";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
import { arrangeHeat } from "#lib/matrix/arrange-heat.ts";
import type { TaskHeat } from "#lib/matrix/queries.ts";
import { matrixParams, TASK_ORDERS, type TaskOrder } from "#lib/matrix/search-params.ts";
import { HeatMap } from "./heat-map.tsx";

const orderNames: Record<TaskOrder, string> = {
  disagreement: "disagreement",
  rate: "hardest",
  errored: "most errored",
  name: "name",
};

/** The heat map with what narrows and sorts it: in the browser, for every task is already there. */
export function HeatWorkbench({ heat }: { heat: TaskHeat }) {
  const [params, setParams] = useQueryStates(matrixParams, { shallow: true });
  const [told, setTold] = useState<string | null>(null);
  const find = useDeferredValue(params.find);
  const { order, benchmark } = params;
  const lines = useMemo(
    () => arrangeHeat(heat.rows, { order, benchmark, find }),
    [heat.rows, order, benchmark, find],
  );
  const benchmarks = useMemo(() => [...new Set(heat.rows.map((row) => row.benchmark))].sort(), [heat.rows]);
  const tasks = lines.filter((line) => line.kind === "task").length;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2 text-xs">
        <Input
          type="search"
          aria-label="Search tasks"
          placeholder="Search tasks"
          className="h-7 w-44 text-xs"
          value={params.find}
          onChange={(event) => setParams({ find: event.target.value || null })}
        />
        <ToolbarSelect
          label="Benchmark"
          wide
          value={benchmark ?? ""}
          options={[{ value: "", label: "all" }, ...benchmarks.map((name) => ({ value: name, label: name }))]}
          onChange={(value) => setParams({ benchmark: value || null })}
        />
        <ToolbarSelect
          label="Sort"
          wide
          value={order}
          options={TASK_ORDERS.map((each) => ({ value: each, label: orderNames[each] }))}
          onChange={(value) => setParams({ order: TASK_ORDERS.find((each) => each === value) ?? null })}
        />
        <span className="text-muted">{tasks} tasks</span>
      </div>
      <p aria-hidden className="min-h-8 truncate text-xs text-muted sm:min-h-4">
        {told ?? "Passed of counted attempts. A cell opens the pair with its baseline; arrow keys move."}
      </p>
      {tasks === 0 ? (
        <EmptyState title="No tasks match">Nothing has these words in its name.</EmptyState>
      ) : (
        <HeatMap runs={heat.runs} lines={lines} onTell={setTold} />
      )}
    </div>
  );
}
