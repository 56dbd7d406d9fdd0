import type { SearchParams } from "nuqs/server";
import { RetrievalForm } from "#components/retrieval/retrieval-form.tsx";
import { RetrievalGuide } from "#components/retrieval/retrieval-guide.tsx";
import { RetrievalResults } from "#components/retrieval/retrieval-results.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { chatSettings } from "#lib/chat/chat-client.ts";
import { getDb } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { previewRetrieval } from "#lib/retrieval/preview-retrieval.ts";
import { getTaskChoice, listBenchmarkNames } from "#lib/retrieval/queries.ts";
import { toRetrievalRequest } from "#lib/retrieval/read-params.ts";
import { loadRetrievalParams } from "#lib/retrieval/search-params.ts";
import { taskOption } from "#lib/retrieval/task-option.ts";

export const metadata = { title: "Retrieval" };

type Props = { searchParams: Promise<SearchParams> };

export default async function RetrievalPage({ searchParams }: Props) {
  const params = await loadRetrievalParams(searchParams);
  const request = toRetrievalRequest(params);
  const db = getDb();
  const [benchmarks, task, preview, pool] = await Promise.all([
    listBenchmarkNames(db),
    params.task ? getTaskChoice(db, params.task) : null,
    request ? previewRetrieval(db, request) : null,
    db.memory.count(),
  ]);
  return (
    <PageBody>
      <PageHeader
        title="Retrieval"
        purpose="What an agent would be shown for a task: the nearest memories it may see, why each is eligible, and the exact prompt block."
      />
      <RetrievalForm
        key={JSON.stringify(params)}
        params={params}
        task={task && taskOption(task)}
        benchmarks={benchmarks}
        hasChat={chatSettings(readEnv()).ok}
      >
        {!preview ? (
          <RetrievalGuide poolIsEmpty={pool === 0} />
        ) : preview.ok ? (
          <RetrievalResults preview={preview.value} showPolarity={params.polarity} />
        ) : (
          <ErrorNotice title="No preview" message={preview.error.message} />
        )}
      </RetrievalForm>
    </PageBody>
  );
}
