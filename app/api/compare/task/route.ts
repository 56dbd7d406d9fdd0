import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getTrialEvidence } from "#lib/attribution/evidence/evidence-queries.ts";
import { answerAsDocument } from "#lib/exports/answer-as-document.ts";
import { pairToText } from "#lib/exports/document-text.ts";
import { pairDocument } from "#lib/exports/pair-document.ts";
import { getPairedTask } from "#lib/transfer/paired-task-queries.ts";
import { clampK, loadCompareTaskParams } from "#lib/transfer/search-params.ts";

/** A paired task for an agent to read: both trials, their memories and aligned steps; ?format=json or text. */
export const GET = route(async (request) => {
  const db = requestDb();
  const { base, cand, task, k, errored, a, b } = await loadCompareTaskParams(request);
  if (!base || !cand || !task) {
    const message = "Name both runs and the task: ?base=RUN&cand=RUN&task=TASK";
    return failureResponse({ code: "invalid", message });
  }
  const pair = await getPairedTask(db, {
    base,
    candidate: cand,
    taskId: task,
    k: clampK(k),
    excludeErrored: errored,
    baseAttempt: a,
    candidateAttempt: b,
  });
  if (!pair) return failureResponse({ code: "not_found", message: "The two runs share no such task." });
  const evidence = {
    base: await getTrialEvidence(db, pair.open.base),
    candidate: await getTrialEvidence(db, pair.open.candidate),
  };
  return answerAsDocument(request, pairDocument(pair, evidence), pairToText);
});
