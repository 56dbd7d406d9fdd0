import { notFound } from "next/navigation";
import { MemoryForm } from "#components/memories/memory-form.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { CaseNotice } from "#components/suspects/case-notice.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getCase } from "#lib/attribution/cases/get-case.ts";
import { loadCaseParams } from "#lib/attribution/cases/search-params.ts";
import { getEditableMemory } from "#lib/memories/verbs/update-memory.ts";

export const metadata = { title: "Edit memory" };

/** `?base=RUN&cand=RUN`: the edit rests on the memory's case in these runs. */
export default async function EditMemoryPage({
  params,
  searchParams,
}: PageProps<"/memories/[memoryId]/edit">) {
  const memory = await getEditableMemory(requestDb(), (await params).memoryId);
  if (!memory) notFound();
  const { base, cand } = await loadCaseParams(searchParams);
  const found =
    base && cand ? await getCase(requestDb(), { base, candidate: cand, memoryId: memory.id }) : null;
  return (
    <PageBody>
      <PageHeader
        title={<span className="sm:line-clamp-1">Edit: {memory.title}</span>}
        purpose={`Revision ${memory.version}. Saving writes a new revision; embedded text that changed is re-embedded.`}
        marks={<TypeBadge type={memory.type} />}
      />
      {found ? <CaseNotice detail={found} /> : null}
      <MemoryForm
        key={memory.id}
        memory={memory}
        onCase={found ? { base: found.base.id, candidate: found.candidate.id, memoryId: memory.id } : null}
      />
    </PageBody>
  );
}
