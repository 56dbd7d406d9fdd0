import { Suspense } from "react";
import { CueBadges } from "#components/triage/cue-badges.tsx";
import { TriagePanel } from "#components/triage/triage-panel.tsx";
import { currentActor } from "#lib/access/current-actor.ts";
import { requestDb } from "#lib/access/request-db.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";
import { getCueCounts, getCues } from "#lib/triage/cue-queries.ts";
import { getTriageTask } from "#lib/triage/queries.ts";
import { kindWords } from "#lib/triage/words.ts";

type Props = {
  pair: PairedTaskDetail;
  asked: ComparisonParams;
  hrefOf: (taskId: string | null) => string | null;
};

/** Labeling of a lost or gained task beside its steps; nothing for one kept or never solved. */
export async function TaskTriage({ pair, asked, hrefOf }: Props) {
  const { task, open } = pair;
  const kind = task.outcome === "lost" ? "cause" : task.outcome === "gained" ? "transfer" : null;
  if (!kind) return null;
  const found = await getTriageTask(
    requestDb(),
    { ...asked, kind, taskId: task.taskId },
    currentActor().name,
  );
  if (!found) return null;
  const { mine, others, otherCount } = found.task;
  return (
    <TriagePanel
      key={open.candidate.id}
      kind={kind}
      trialId={open.candidate.id}
      mine={mine}
      others={others}
      otherCount={otherCount}
      progress={`${found.labeled} of ${found.of} ${kindWords[kind].tasks} labeled`}
      nextHref={hrefOf(found.nextTaskId)}
      cues={
        kind === "cause" ? (
          <Suspense fallback={<span className="text-xs text-muted">Looking for cues…</span>}>
            <Cues pair={pair} asked={asked} />
          </Suspense>
        ) : null
      }
    />
  );
}

async function Cues({ pair, asked }: Pick<Props, "pair" | "asked">) {
  const cues = await getCues(requestDb(), pair);
  return <CueBadges cues={cues} counts={cues?.length ? await getCueCounts(requestDb(), asked) : []} />;
}
