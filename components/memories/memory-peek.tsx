"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { fetchJson } from "#components/ui/fetch-json.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { MemoryDetail } from "#lib/memories/detail.ts";
import { MemoryContent } from "./memory-content.tsx";
import { MemoryMarks } from "./memory-marks.tsx";

/** A whole memory in a side panel, without leaving the list. */
export function MemoryPeek({ id, version }: { id: string; version: number }) {
  const { data: memory, error } = useQuery({
    // An edit raises the version: what was kept of the older one is not shown.
    queryKey: ["memory", id, version],
    queryFn: ({ signal }) => fetchJson<MemoryDetail>(`/api/memories/${id}`, signal),
  });
  if (error) return <ErrorNotice message={error.message} />;
  if (!memory) return <Skeleton className="h-40" />;
  return (
    <article className="flex min-w-0 flex-col gap-2 text-sm">
      <h2 className="pr-8 font-semibold wrap-anywhere">
        <Link className="link" href={`/memories/${id}`}>
          {memory.title}
        </Link>
      </h2>
      <MemoryMarks memory={memory} />
      <p className="text-xs text-muted">
        From {memory.taskName}: <span className="line-clamp-3">{memory.task}</span>
      </p>
      <MemoryContent memory={memory} />
    </article>
  );
}
