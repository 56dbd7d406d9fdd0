import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { effectSources } from "#lib/memories/stored-effects.ts";
import { sha256 } from "#lib/shared/hash.ts";
import { type ComparisonParams, getComparedTasks } from "#lib/transfer/queries.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { listShownMemories } from "./attribution-sql.ts";
import type { ShownMemory } from "./exposures.ts";

/** What the joint model is fitted to. */
export type JointInput = {
  tasks: PairedTask[];
  shown: ShownMemory[];
  /** Of all that the fit depends on, and of nothing else: writes that leave it alone leave a stored fit as it is. */
  hash: string;
};

/** @returns null when either run does not exist */
export async function readJointInput(db: Db, params: ComparisonParams): Promise<JointInput | null> {
  const compared = await getComparedTasks(db, params);
  if (!compared) return null;
  const { tasks } = compared;
  const shown = await listShownMemories(db, params.candidate);
  return { tasks, shown, hash: hashInput(tasks, shown) };
}

/** What a page has to know of the input. Kept until one of the tables is written to. */
export type InputState = Pick<JointInput, "hash"> & {
  /** Whether the candidate was shown any memory of the pool. Else there is nothing to fit. */
  hasMemories: boolean;
};

const keepState = cacheByRevision<InputState | null>(16, ...effectSources);

/** @returns null when either run does not exist */
export function getInputState(db: Db, params: ComparisonParams): Promise<InputState | null> {
  return keepState(db, params, async () => {
    const input = await readJointInput(db, params);
    return input && { hash: input.hash, hasMemories: input.shown.some(({ memoryId }) => memoryId !== null) };
  });
}

function hashInput(tasks: readonly PairedTask[], shown: readonly ShownMemory[]): string {
  const sideOf = ({ scored, passed, outcomes }: PairedTask["base"]) => [scored, passed, outcomes];
  return sha256(
    JSON.stringify([
      tasks.map((task) => [
        task.candidateTaskId,
        task.benchmark,
        task.outcome,
        sideOf(task.base),
        sideOf(task.candidate),
      ]),
      shown.map(({ memoryId, candidateTaskId, trialId, outcome }) => [
        memoryId,
        candidateTaskId,
        trialId,
        outcome,
      ]),
    ]),
  );
}
