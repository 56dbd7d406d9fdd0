import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getTrialEvidence } from "#lib/attribution/evidence/evidence-queries.ts";
import { answerAsDocument } from "#lib/exports/answer-as-document.ts";
import { trialToText } from "#lib/exports/document-text.ts";
import { trialDocument } from "#lib/exports/pair-document.ts";
import { getTrial } from "#lib/runs/trial-queries.ts";

type Context = { params: Promise<{ trialId: string }> };

/** One trial for an agent to read: statement, memories and their use, steps; ?format=json or text. */
export const GET = route<Context>(async (request, { params }) => {
  const db = requestDb();
  const trial = await getTrial(db, (await params).trialId);
  if (!trial) return failureResponse({ code: "not_found", message: "There is no such trial." });
  const document = trialDocument(trial, await getTrialEvidence(db, trial));
  return answerAsDocument(request, document, trialToText);
});
