"use client";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { MemoryEffect } from "#components/attribution/memory-effect.tsx";
import { MemoryContent } from "#components/memories/memory-content.tsx";
import { MemoryMarks } from "#components/memories/memory-marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { fetchJson } from "#components/ui/fetch-json.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { EffectWithLosses } from "#lib/attribution/lost-with-memory.ts";
import type { MemoryDetail } from "#lib/memories/detail.ts";
import { LostTasks } from "./lost-tasks.tsx";
import { NearList } from "./near-list.tsx";
import { useNear } from "./use-near.ts";

type InspectedMemoryProps = {
  id: string;
  /** The memories selected on the maps. */
  selected: ReadonlySet<string>;
  /** Adds or removes one memory of the selection. */
  onPick: (id: string) => void;
  /** Shows another memory in its place. */
  onChoose: (id: string) => void;
};

/** What one needs to judge a memory: its text, what became of the tasks it was shown at, and what is like it. */
export function InspectedMemory({ id, selected, onPick, onChoose }: InspectedMemoryProps) {
  const { data: memory, error } = useQuery({
    queryKey: ["memory", id],
    queryFn: ({ signal }) => fetchJson<MemoryDetail>(`/api/memories/${id}`, signal),
  });
  if (error) return <ErrorNotice message={error.message} />;
  if (!memory) return <Skeleton className="h-40" />;
  return (
    <article className="flex min-w-0 flex-col gap-2 text-sm">
      <h2 className="pr-8 font-semibold wrap-anywhere">{memory.title}</h2>
      <div className="flex flex-wrap gap-1.5">
        <Button asChild size="small">
          <Link href={`/memories/${id}`} aria-keyshortcuts="o">
            <ExternalLink aria-hidden />
            Open in full
          </Link>
        </Button>
        <Button size="small" aria-pressed={selected.has(id)} onClick={() => onPick(id)}>
          {selected.has(id) ? "Selected" : "Select"}
        </Button>
      </div>
      <MemoryMarks memory={memory} />
      <Part title="Effect">
        <Effect id={id} />
      </Part>
      <MemoryContent memory={memory} />
      <Part title="Nearest">
        <Nearest id={id} onChoose={onChoose} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}

function Effect({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ["memory effect", id],
    queryFn: ({ signal }) => fetchJson<EffectWithLosses>(`/api/memories/${id}/effect`, signal),
  });
  if (error) return <ErrorNotice message={error.message} />;
  if (!data) return <Skeleton className="h-12" />;
  return (
    <>
      <MemoryEffect effect={data.effect} />
      {data.effect ? <LostTasks effect={data.effect} tasks={data.lost} /> : null}
    </>
  );
}

function Nearest({ id, onChoose }: { id: string; onChoose: (id: string) => void }) {
  const near = useNear({ memory: id });
  return (
    <NearList
      label="Nearest to the memory"
      near={near}
      none="This memory has no up-to-date vector in the active space."
      onChoose={onChoose}
    />
  );
}
