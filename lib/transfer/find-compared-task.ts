import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type ComparisonParams, getComparedTasks } from "./queries.ts";
import type { PairedTask } from "./schema.ts";

/**
 * The paired task that a person means: by the id of either run's row, by name, or by benchmark/name.
 * @returns "not_found" where there is none, "invalid" where the name stands for several
 */
export async function findComparedTask(
  db: Db,
  params: ComparisonParams,
  named: string,
): Promise<Result<PairedTask>> {
  const tasks = (await getComparedTasks(db, params))?.tasks ?? [];
  const found = tasks.filter(({ taskId, candidateTaskId, taskName, benchmark }) =>
    [taskId, candidateTaskId, taskName, `${benchmark}/${taskName}`].includes(named),
  );
  const [first] = found;
  if (!first) return err("not_found", `The two runs share no task ${named}. See: carryover compare`);
  if (found.length > 1) {
    const names = found.map(({ benchmark, taskName }) => `${benchmark}/${taskName}`);
    return err(
      "invalid",
      `${named} stands for ${found.length} tasks: use ${[...new Set(names)].join(", ")} or an id.`,
    );
  }
  return ok(first);
}
