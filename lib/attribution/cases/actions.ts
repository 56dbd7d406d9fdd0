"use server";
import { runAction } from "#lib/access/run-action.ts";
import type { DeprecateInput, UpdateMemoryInput } from "#lib/memories/schema.ts";
import { deprecateOnCase, updateOnCase } from "./curate-case.ts";
import { judgeCase } from "./judge-case.ts";
import type { CaseRef, JudgeInput } from "./schema.ts";
import { undoVerdict } from "./undo-verdict.ts";

export async function judgeCaseAction(input: JudgeInput) {
  return runAction((db, actor) => judgeCase(db, input, actor));
}
export async function undoVerdictAction(input: { auditId: string }) {
  return runAction((db, actor) => undoVerdict(db, input, actor));
}
export async function deprecateOnCaseAction(input: DeprecateInput, ref: CaseRef) {
  return runAction((db, actor) => deprecateOnCase(db, input, ref, actor));
}
/** Its failure carries more than others do: the newest revision. */
export async function updateOnCaseAction(input: UpdateMemoryInput, ref: CaseRef) {
  return runAction((db, actor) => updateOnCase(db, input, ref, actor));
}
