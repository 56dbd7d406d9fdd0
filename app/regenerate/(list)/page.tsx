import type { SearchParams } from "nuqs/server";
import { GenerationTable } from "#components/generation/generation-table.tsx";
import { RequestForm } from "#components/generation/request-form.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { chatSettings } from "#lib/chat/chat-client.ts";
import { readEnv } from "#lib/env.ts";
import { listGenerations } from "#lib/generation/queries.ts";
import { generationPageSize, loadRegenerateParams } from "#lib/generation/search-params.ts";
import { countSources, getPreselection } from "#lib/generation/source-queries.ts";

export const metadata = { title: "Regenerate" };

type Props = { searchParams: Promise<SearchParams> };

export default async function RegeneratePage({ searchParams }: Props) {
  const params = await loadRegenerateParams(searchParams);
  const db = requestDb();
  const page = Math.max(1, params.page);
  const [preselection, sources, open, decided] = await Promise.all([
    getPreselection(db, params),
    countSources(db),
    listGenerations(db, { which: "open", pageSize: 100 }),
    listGenerations(db, { which: "decided", page, pageSize: generationPageSize }),
  ]);
  const chat = chatSettings(readEnv());
  return (
    <PageBody>
      <PageHeader
        title="Regenerate"
        purpose="Draft a memory of any type from a trajectory, compare it with the current one, and accept or reject it. Nothing a model writes enters the pool unreviewed."
      />
      {chat.ok ? null : (
        <Callout tone="warn" title="Only trajectory memories can be drafted now">
          <p>{chat.error.message}</p>
        </Callout>
      )}
      {sources === 0 ? (
        <EmptyState title="No trajectory to learn from" command="npx carryover import ./jobs">
          Import runs with their trajectories, or a pool that holds trajectory memories.
        </EmptyState>
      ) : (
        <Card
          title="New draft"
          description="A background job reads the trajectory and asks the model; you can leave this page."
        >
          <RequestForm
            key={JSON.stringify([params.memory, params.trial])}
            preselection={preselection}
            type={params.type}
            model={chat.ok ? chat.value.model : null}
          />
        </Card>
      )}
      <Card title={`Undecided drafts (${open.total})`} flush>
        {open.total === 0 ? (
          <p className="px-4 pb-4 text-muted">No undecided drafts.</p>
        ) : (
          <GenerationTable label="Undecided drafts" rows={open.rows} total={open.rows.length} />
        )}
      </Card>
      {decided.total > 0 ? (
        <Card title={`Past drafts (${decided.total})`} flush>
          <GenerationTable label="Past drafts" rows={decided.rows} total={decided.total} />
        </Card>
      ) : null}
    </PageBody>
  );
}
