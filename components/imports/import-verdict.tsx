"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { DeleteRunsButton } from "#components/runs/delete-runs-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Callout } from "#components/ui/callout.tsx";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { startImportAction } from "#lib/imports/actions.ts";
import { type ImportJobResult, NOUNS } from "#lib/imports/schema.ts";
import { memoriesHref } from "#lib/memories/search-params.ts";
import { CountsTable } from "./counts-table.tsx";
import { useDecisions } from "./decisions.tsx";

type ImportVerdictProps = { result: ImportJobResult; onStarted: (jobId: string) => void };

/** The counts, and the next step: apply the plan, or look at what came in. */
export function ImportVerdict({ result, onStarted }: ImportVerdictProps) {
  const work = NOUNS.reduce((sum, noun) => sum + result[noun].created + result[noun].updated, 0);
  const found = NOUNS.reduce((sum, noun) => sum + result[noun].unchanged, work);
  return (
    <Card
      title={result.dryRun ? "What would change" : "What was imported"}
      description={`${result.files.toLocaleString("en")} ${result.files === 1 ? "file" : "files"} read. ${
        result.dryRun ? "Nothing is written yet." : ""
      }`}
    >
      <CountsTable result={result} />
      {result.dryRun ? (
        <ApplyPlan work={work} found={found} onStarted={onStarted} />
      ) : (
        <Imported result={result} work={work} />
      )}
    </Card>
  );
}

type ApplyPlanProps = { work: number; found: number; onStarted: (jobId: string) => void };

function ApplyPlan({ work, found, onStarted }: ApplyPlanProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const { request, isChanged } = useDecisions();
  function start(dryRun: boolean) {
    startTransition(async () => {
      const started = await callServer(() => startImportAction({ ...request, dryRun }));
      if (started.ok) onStarted(started.value.jobId);
      else setFailure(started.error.message);
    });
  }
  if (work === 0 && !isChanged) {
    return (
      <Callout
        tone={found > 0 ? "good" : "warn"}
        title={found > 0 ? "Everything is already imported" : "Nothing to import"}
      >
        {found > 0 ? "Importing again would change nothing." : "The lists below say why."}
      </Callout>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="primary" pending={pending} onClick={() => start(false)}>
        {isChanged
          ? "Import as decided"
          : `Apply ${work.toLocaleString("en")} ${work === 1 ? "change" : "changes"}`}
      </Button>
      {isChanged ? (
        <Button pending={pending} onClick={() => start(true)}>
          Preview again
        </Button>
      ) : null}
      {failure ? <ErrorNotice message={failure} /> : null}
    </div>
  );
}

function Imported({ result, work }: { result: ImportJobResult; work: number }) {
  const router = useRouter();
  const written = result.runs.flatMap(({ id, name, action, trials }) =>
    id !== null && action === "created" ? [{ id, name, trials }] : [],
  );
  return (
    <div role="status">
      <Callout
        tone="good"
        title={
          work === 0
            ? "No changes"
            : `${work.toLocaleString("en")} ${work === 1 ? "change" : "changes"} written`
        }
        actions={
          <>
            {result.memories.created + result.memories.updated > 0 ? (
              <Button size="small" asChild>
                <Link href={memoriesHref("/memories", { sort: "updated", order: "desc" })}>
                  Open memories
                </Link>
              </Button>
            ) : null}
            {result.runs.length > 0 ? (
              <Button size="small" asChild>
                <Link href="/runs">Open runs</Link>
              </Button>
            ) : null}
            {written.length > 0 ? (
              <DeleteRunsButton
                label="Undo: delete these runs"
                runs={written}
                trials={written.reduce((sum, { trials }) => sum + trials, 0)}
                onDeleted={() => router.push("/import")}
              />
            ) : null}
          </>
        }
      >
        {result.memories.created > 0 ? "New memories are being embedded for search and maps." : null}
      </Callout>
    </div>
  );
}
