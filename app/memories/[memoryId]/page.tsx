import { notFound } from "next/navigation";
import { FindingsCard } from "#components/memories/findings-card.tsx";
import { MemoryActions } from "#components/memories/memory-actions.tsx";
import { MemoryContent } from "#components/memories/memory-content.tsx";
import { MemoryMarks, ServingNotice } from "#components/memories/memory-marks.tsx";
import { NeighborsCard } from "#components/memories/neighbors-card.tsx";
import { ProvenanceCard } from "#components/memories/provenance-card.tsx";
import { RevisionsCard } from "#components/memories/revisions-card.tsx";
import { UsageCard } from "#components/memories/usage-card.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getMemoryEffect } from "#lib/attribution/memory-effects.ts";
import { getMemory } from "#lib/memories/detail.ts";
import { listNeighbors } from "#lib/memories/neighbors.ts";
import { listRevisions } from "#lib/memories/revisions.ts";
import { getUsage } from "#lib/memories/usage.ts";

export async function generateMetadata({ params }: PageProps<"/memories/[memoryId]">) {
  const memory = await getMemory(requestDb(), (await params).memoryId);
  return { title: memory ? memory.title : "Memory" };
}

export default async function MemoryPage({ params }: PageProps<"/memories/[memoryId]">) {
  const db = requestDb();
  const memory = await getMemory(db, (await params).memoryId);
  if (!memory) notFound();
  const [neighbors, usage, effect, revisions] = await Promise.all([
    listNeighbors(db, memory.id),
    getUsage(db, memory.id),
    getMemoryEffect(db, memory.id),
    listRevisions(db, memory.id),
  ]);
  return (
    <PageBody>
      <PageHeader
        title={memory.title}
        facts={<MemoryMarks memory={memory} />}
        actions={<MemoryActions memory={memory} />}
      />
      <ServingNotice memory={memory} />
      <div className="grid min-w-0 grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <MemoryContent memory={memory} />
          <UsageCard usage={usage} version={memory.version} effect={effect} />
          <RevisionsCard memoryId={memory.id} version={memory.version} revisions={revisions.rows} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <FindingsCard memoryId={memory.id} findings={memory.findings} />
          <NeighborsCard neighbors={neighbors} />
          <ProvenanceCard memory={memory} />
        </div>
      </div>
    </PageBody>
  );
}
