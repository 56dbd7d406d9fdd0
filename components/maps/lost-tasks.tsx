"use client";
import Link from "next/link";
import { useState } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import type { NamedEffect } from "#lib/attribution/memory-effects.ts";
import type { TaskName } from "#lib/transfer/schema.ts";
import { compareTaskHref } from "#lib/transfer/search-params.ts";

const fewShown = 5;

/** The tasks that were lost while a memory was shown; each leads to both its attempts side by side. */
export function LostTasks({ effect, tasks }: { effect: NamedEffect; tasks: readonly TaskName[] }) {
  const [all, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const { base, candidate, memoryId } = effect;
  return (
    <>
      <ul aria-label="Tasks lost while it was shown" className="flex flex-col gap-0.5 text-xs">
        {tasks.slice(0, all ? tasks.length : fewShown).map(({ taskId, benchmark, taskName }) => (
          <li key={taskId} className="flex min-w-0 items-center gap-1.5">
            <BenchmarkMark name={benchmark} />
            <Link
              className="link truncate leading-6"
              title={taskName}
              href={compareTaskHref("/compare/task", {
                base: base.id,
                cand: candidate.id,
                task: taskId,
                outcome: "lost",
                memory: memoryId,
              })}
            >
              {taskName}
            </Link>
          </li>
        ))}
      </ul>
      {tasks.length > fewShown ? (
        <Button size="small" variant="link" className="self-start" onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${tasks.length} lost tasks`}
        </Button>
      ) : null}
    </>
  );
}
