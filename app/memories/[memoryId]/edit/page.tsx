import { notFound } from "next/navigation";
import { MemoryForm } from "#components/memories/memory-form.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getEditableMemory } from "#lib/memories/verbs/update-memory.ts";

export const metadata = { title: "Edit memory" };

export default async function EditMemoryPage({ params }: PageProps<"/memories/[memoryId]/edit">) {
  const memory = await getEditableMemory(requestDb(), (await params).memoryId);
  if (!memory) notFound();
  return (
    <PageBody>
      <PageHeader
        title={<span className="sm:line-clamp-1">Edit: {memory.title}</span>}
        purpose={`Revision ${memory.version}. Saving writes a new revision; embedded text that changed is re-embedded.`}
        marks={<TypeBadge type={memory.type} />}
      />
      <MemoryForm key={memory.id} memory={memory} />
    </PageBody>
  );
}
