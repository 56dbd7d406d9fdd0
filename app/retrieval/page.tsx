import { headers } from "next/headers";
import type { SearchParams } from "nuqs/server";
import { RetrievalGuide } from "#components/retrieval/retrieval-guide.tsx";
import { RetrievalWorkbench } from "#components/retrieval/retrieval-workbench.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listBenchmarkNames } from "#lib/benchmarks/benchmarks-sql.ts";
import { chatSettings } from "#lib/chat/chat-client.ts";
import { readEnv } from "#lib/env.ts";
import { previewRetrieval } from "#lib/retrieval/preview-retrieval.ts";
import { getTaskChoice } from "#lib/retrieval/queries.ts";
import { toRetrievalRequest } from "#lib/retrieval/read-params.ts";
import { loadRetrievalParams } from "#lib/retrieval/search-params.ts";
import { taskOption } from "#lib/retrieval/task-option.ts";
import { unsafeGetReason } from "#lib/retrieval/unsafe-get.ts";

export const metadata = { title: "Retrieval" };

type Props = { searchParams: Promise<SearchParams> };

export default async function RetrievalPage({ searchParams }: Props) {
  const params = await loadRetrievalParams(searchParams);
  const request = toRetrievalRequest(params);
  const db = requestDb();
  const refusal = request ? await unsafeGetReason(db, request, await headers()) : null;
  const [benchmarks, task, preview, pool] = await Promise.all([
    listBenchmarkNames(db),
    params.task ? getTaskChoice(db, params.task) : null,
    request && !refusal ? previewRetrieval(db, request) : null,
    db.memory.count(),
  ]);
  return (
    <PageBody>
      <PageHeader
        title="Retrieval"
        purpose="What an agent would be shown for a task: the nearest memories it may see, why each is eligible, and the exact prompt block."
      />
      <RetrievalWorkbench
        params={params}
        task={task && taskOption(task)}
        benchmarks={benchmarks}
        hasChat={chatSettings(readEnv()).ok}
        initial={preview}
      >
        {refusal ? (
          <EmptyState title="Press Preview to run this request">
            The form is filled in from the link. Opening a link asks no model, as that may cost money.
          </EmptyState>
        ) : (
          <RetrievalGuide poolIsEmpty={pool === 0} />
        )}
      </RetrievalWorkbench>
    </PageBody>
  );
}
