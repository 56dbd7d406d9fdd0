import { notFound } from "next/navigation";
import { EvidenceCard } from "#components/memories/evidence-card.tsx";
import { FindingsCard } from "#components/memories/findings-card.tsx";
import { MemoryActions } from "#components/memories/memory-actions.tsx";
import { MemoryContent } from "#components/memories/memory-content.tsx";
import { MemoryMarks, ServingNotice } from "#components/memories/memory-marks.tsx";
import { MemoryTabs } from "#components/memories/memory-tabs.tsx";
import { NeighborsCard } from "#components/memories/neighbors-card.tsx";
import { ProvenanceCard } from "#components/memories/provenance-card.tsx";
import { RevisionList } from "#components/memories/revision-list.tsx";
import { UsageTable } from "#components/memories/usage-table.tsx";
import { RerunsCard } from "#components/reruns/reruns-card.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getEffectWithLosses } from "#lib/attribution/lost-with-memory.ts";
import { getMemory } from "#lib/memories/detail.ts";
import { listNeighbors } from "#lib/memories/memories-sql.ts";
import { listRevisions } from "#lib/memories/revisions.ts";
import { getUsage } from "#lib/memories/usage.ts";
import { listPlans } from "#lib/reruns/queries.ts";

export async function generateMetadata({ params }: PageProps<"/memories/[memoryId]">) {
  const memory = await getMemory(requestDb(), (await params).memoryId);
  return { title: memory ? memory.title : "Memory" };
}

export default async function MemoryPage({ params }: PageProps<"/memories/[memoryId]">) {
  const db = requestDb();
  const memory = await getMemory(db, (await params).memoryId);
  if (!memory) notFound();
  const [neighbors, usage, { effect, lost }, revisions, plans] = await Promise.all([
    listNeighbors(db, memory.id),
    getUsage(db, memory.id),
    getEffectWithLosses(db, memory.id),
    listRevisions(db, memory.id),
    listPlans(db, { memoryId: memory.id }),
  ]);
  return (
    <PageBody>
      <PageHeader
        title={
          <span className="sm:line-clamp-1" title={memory.title}>
            {memory.title}
          </span>
        }
        actions={<MemoryActions memory={memory} />}
      />
      <ServingNotice memory={memory} />
      <div className="grid min-w-0 grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <MemoryContent memory={memory} />
          <MemoryTabs
            retrievals={usage.retrievals}
            revisionCount={revisions.rows.length}
            usage={<UsageTable usage={usage} version={memory.version} />}
            revisions={
              <RevisionList memoryId={memory.id} version={memory.version} revisions={revisions.rows} />
            }
          />
        </div>
        <aside aria-label="Facts and evidence" className="flex min-w-0 flex-col gap-3">
          <MemoryMarks memory={memory} />
          <EvidenceCard effect={effect} lost={lost} />
          <RerunsCard plans={plans} memoryId={memory.id} />
          <FindingsCard memoryId={memory.id} findings={memory.findings} />
          <NeighborsCard neighbors={neighbors} />
          <ProvenanceCard memory={memory} />
        </aside>
      </div>
    </PageBody>
  );
}
