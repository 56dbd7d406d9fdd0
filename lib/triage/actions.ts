"use server";
import { runAction } from "#lib/access/run-action.ts";
import { labelTrial, withdrawLabel } from "./label-trial.ts";
import type { LabelInput, WithdrawInput } from "./schema.ts";

export async function labelTrialAction(input: LabelInput) {
  return runAction((db, actor) => labelTrial(db, input, actor));
}

export async function withdrawLabelAction(input: WithdrawInput) {
  return runAction((db, actor) => withdrawLabel(db, input, actor));
}
