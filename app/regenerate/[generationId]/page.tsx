import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DraftDecision } from "#components/generation/draft-decision.tsx";
import { DraftFacts } from "#components/generation/draft-facts.tsx";
import { DraftPrompt } from "#components/generation/draft-prompt.tsx";
import { DraftText } from "#components/generation/draft-text.tsx";
import { GenerationJob } from "#components/generation/generation-job.tsx";
import { GenerationStateBadge } from "#components/generation/generation-state-badge.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getGeneration } from "#lib/generation/queries.ts";
import type { GenerationRow } from "#lib/generation/schema.ts";
import { regenerateHref } from "#lib/generation/search-params.ts";

export const metadata: Metadata = { title: "Draft" };

type Props = { params: Promise<{ generationId: string }> };

export default async function GenerationPage({ params }: Props) {
  const draft = await getGeneration(requestDb(), (await params).generationId);
  if (!draft) notFound();
  return (
    <PageBody>
      <PageHeader
        title={draft.title ?? `A draft from ${draft.taskName}`}
        purpose={
          draft.memoryId && draft.state !== "accepted"
            ? "The draft against the current memory. Accepting writes a new revision; rejecting changes nothing."
            : "A draft from a trajectory."
        }
        marks={
          <>
            <TypeBadge type={draft.type} />
            <GenerationStateBadge state={draft.state} />
          </>
        }
      />
      <DraftFacts draft={draft} />
      {draft.state === "queued" && draft.jobId ? <GenerationJob jobId={draft.jobId} /> : null}
      {draft.state === "failed" ? (
        <ErrorNotice
          title="No draft was made"
          message={draft.error ?? "The job ended without giving a reason."}
          actions={
            <Button size="small" asChild>
              <Link href={tryAgainHref(draft)}>Try again</Link>
            </Button>
          }
        />
      ) : null}
      {draft.after ? <DraftText draft={draft} /> : null}
      {draft.state === "pending" ? (
        <DraftDecision
          id={draft.id}
          replaces={
            draft.memoryId && draft.currentVersion
              ? { memoryId: draft.memoryId, version: draft.currentVersion }
              : null
          }
        />
      ) : null}
      {draft.messages.length > 0 ? <DraftPrompt messages={draft.messages} /> : null}
    </PageBody>
  );
}

/** The form with the same source and type. */
function tryAgainHref({ memoryId, sourceKind, sourceId, type }: GenerationRow): string {
  const source = memoryId
    ? { memory: memoryId }
    : sourceKind === "trial"
      ? { trial: sourceId }
      : { memory: sourceId };
  return `/regenerate${regenerateHref({ ...source, type })}`;
}
