import Link from "next/link";
import type { ReactNode } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { LifecycleBadge, type LifecycleName } from "#components/memories/lifecycle-badge.tsx";
import { type MemoryTypeName, TypeBadge } from "#components/memories/type-badge.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import type { RetrievalRow } from "#lib/runs/schema.ts";
import { DeprecateButton } from "./deprecation.tsx";

type RetrievedMemoriesProps = {
  rows: readonly RetrievalRow[];
  now: string;
  /** What is known against a memory, beside the button that deprecates it. */
  said?: (memoryId: string) => ReactNode;
};

/** What a trial was shown, by rank, and what has become of each memory since. */
export function RetrievedMemories({ rows, now, said }: RetrievedMemoriesProps) {
  if (rows.length === 0) {
    return (
      <p className="text-sm text-muted">
        No retrieval was recorded for this trial: the run had no memory, or its log does not say.
      </p>
    );
  }
  const query = rows[0]?.query ?? "";
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <ol className="flex flex-col gap-2">
        {rows.map((row) => (
          <RetrievedMemory key={row.id} row={row} now={now} said={row.memoryId && said?.(row.memoryId)} />
        ))}
      </ol>
      <details className="text-xs">
        <summary className="inline-block min-h-6 content-center text-accent">
          Query they were retrieved for
        </summary>
        <CodeBlock code={query} label="query" wrap />
      </details>
    </div>
  );
}

function RetrievedMemory({ row, now, said }: { row: RetrievalRow; now: string; said: ReactNode }) {
  return (
    <li className="flex min-w-0 flex-col gap-1 rounded-md border border-line p-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-xs text-muted">
          rank {row.rank}
          {row.similarity === null
            ? ", similarity not recorded"
            : `, similarity ${row.similarity.toFixed(3)}`}
        </span>
        {row.type ? <TypeBadge type={row.type as MemoryTypeName} /> : null}
        {row.lifecycle ? (
          <LifecycleBadge
            lifecycle={row.lifecycle as LifecycleName}
            expired={row.validUntil !== null && row.validUntil <= now}
          />
        ) : null}
        {row.benchmark ? <BenchmarkMark name={row.benchmark} className="text-xs" /> : null}
      </div>
      {row.memoryId ? (
        <Link
          className="link self-start font-medium wrap-anywhere [unicode-bidi:isolate]"
          href={`/memories/${row.memoryId}`}
        >
          {row.title}
        </Link>
      ) : (
        <span className="font-medium wrap-anywhere [unicode-bidi:isolate]">{row.title}</span>
      )}
      {said}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <MemoryState row={row} />
        {row.memoryId && row.lifecycle !== "deprecated" ? (
          <DeprecateButton memoryId={row.memoryId} title={row.title} />
        ) : null}
      </div>
      <details className="text-xs">
        <summary className="inline-block min-h-6 content-center text-accent">As it was shown</summary>
        <CodeBlock code={row.shown} label="shown text" wrap />
      </details>
    </li>
  );
}

function MemoryState({ row }: { row: RetrievalRow }) {
  if (!row.memoryId)
    return <p className="text-xs text-muted">No memory of the pool matches what was shown.</p>;
  const changed = row.memoryVersion !== null && row.memoryVersion !== row.currentVersion;
  return (
    <p className="flex flex-wrap gap-x-3 text-xs text-muted">
      {row.memoryVersion === null ? (
        <span>revision not recorded</span>
      ) : (
        <span>revision {row.memoryVersion}</span>
      )}
      {changed ? <span>now at revision {row.currentVersion}</span> : null}
    </p>
  );
}
