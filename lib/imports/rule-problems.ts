import type { Db } from "#lib/db/client.ts";
import type { Run } from "#lib/db/generated/client.ts";
import type { AssembledRun } from "./assembled.ts";
import { isObject } from "./json-fields.ts";
import type { Problem } from "./schema.ts";

/** Warns where an import brings a part of a run and another MLGym rule: the other trials keep their outcomes. */
export async function ruleProblems(db: Db, stored: Run, run: AssembledRun): Promise<Problem[]> {
  const former = isObject(stored.config) ? stored.config["mlgymRule"] : undefined;
  const rule = run.config["mlgymRule"];
  if (former === undefined || rule === undefined || former === rule) return [];
  const others = (await db.trial.count({ where: { runId: stored.id } })) - run.trials.length;
  if (others <= 0) return [];
  const many =
    others === 1
      ? "1 other trial of this run keeps its outcome"
      : `${others} other trials of this run keep their outcomes`;
  const reason = `The MLGym rule is now "${rule}" and was "${former}": ${many} under the previous rule. Import the whole run again.`;
  return [{ path: run.trials[0]?.path ?? "", line: null, field: null, reason }];
}
