import Link from "next/link";
import type { ReactNode } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { ClampedText } from "#components/ui/clamped-text.tsx";
import type { RetrievalRow } from "#lib/runs/schema.ts";
import { DeprecateButton } from "./deprecation.tsx";
import { PeekMemoryButton } from "./peek-memory-button.tsx";

type RetrievedMemoryProps = { row: RetrievalRow; now: string; said: ReactNode; id?: string | undefined };

/** One memory as the agent was shown it: title, what is known of it, text. */
export function RetrievedMemory({ row, now, said, id }: RetrievedMemoryProps) {
  const { memoryId, title, currentVersion } = row;
  return (
    <li
      id={id}
      className="flex min-w-0 scroll-mt-16 flex-col gap-0.5 rounded-md border border-line bg-surface px-2 py-1 target:border-accent"
    >
      <div className="flex min-w-0 items-center gap-1">
        {memoryId ? (
          <Link
            className="link min-w-0 flex-1 truncate text-sm font-medium [unicode-bidi:isolate]"
            href={`/memories/${memoryId}`}
            title={title}
          >
            {title}
          </Link>
        ) : (
          <span className="min-w-0 flex-1 truncate text-sm font-medium [unicode-bidi:isolate]" title={title}>
            {title}
          </span>
        )}
        {memoryId && currentVersion !== null ? (
          <PeekMemoryButton id={memoryId} version={currentVersion} title={title} />
        ) : null}
        {memoryId && row.lifecycle !== "deprecated" ? (
          <DeprecateButton memoryId={memoryId} title={title} />
        ) : null}
      </div>
      <p className="flex min-w-0 gap-x-1 text-xs text-muted">
        <span className="shrink-0">{describeState(row, now)}</span>
        {row.benchmark ? <BenchmarkMark name={row.benchmark} className="min-w-0" /> : null}
      </p>
      {said}
      <ClampedText text={row.shown} of={`of ${title}`} />
    </li>
  );
}

/** "#1, similarity .214, workflow, revision 1 (now 2), deprecated": rank first, what has changed since last. */
function describeState(row: RetrievalRow, now: string): string {
  const { memoryVersion, currentVersion, lifecycle, validUntil } = row;
  const revision =
    memoryVersion === null
      ? "revision not recorded"
      : `revision ${memoryVersion}${memoryVersion === currentVersion ? "" : ` (now ${currentVersion})`}`;
  return [
    `#${row.rank}`,
    row.similarity === null ? "similarity not recorded" : `similarity ${row.similarity.toFixed(3)}`,
    row.type,
    row.memoryId ? revision : "not in the pool",
    lifecycle === "active" ? null : lifecycle,
    validUntil !== null && validUntil <= now ? "expired" : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}
