"use server";
import { runAction } from "#lib/access/run-action.ts";
import type { LintInput } from "./lint-memories.ts";
import { requestLint } from "./request-lint.ts";

export async function requestLintAction(input: LintInput) {
  return runAction((db, actor) => requestLint(db, input, actor));
}
