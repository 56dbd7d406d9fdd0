import Link from "next/link";
import type { PlanRow } from "#lib/reruns/view.ts";
import { RerunStateBadge } from "./rerun-state-badge.tsx";

/** Plans in one line each: how far they are, and what they say of one memory or of those they confirmed. */
export function PlanLinks({ plans, memoryId }: { plans: readonly PlanRow[]; memoryId?: string }) {
  if (plans.length === 0) return null;
  return (
    <ul aria-label="Reruns" className="flex min-w-0 flex-col gap-0.5 text-sm">
      {plans.map(({ id, task, done, planned, memories }) => (
        <li key={id} className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-2">
          <Link className="link truncate" href={`/reruns/${id}`}>
            Reruns of {task.name}
          </Link>
          <span className="text-xs text-muted">
            {done} of {planned}
          </span>
          {memories
            .filter((memory) => (memoryId ? memory.id === memoryId : memory.state === "confirmed"))
            .map((memory) => (
              <span key={memory.id} className="flex min-w-0 items-center gap-1 text-xs">
                <RerunStateBadge state={memory.state} />
                {memoryId ? null : <span className="truncate">{memory.title}</span>}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}
