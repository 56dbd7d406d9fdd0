import type { Db } from "#lib/db/client.ts";
import type { Memory } from "#lib/db/generated/client.ts";
import { parseContent } from "#lib/memories/content.ts";
import { readAllSteps } from "#lib/runs/stored-steps.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { Polarity } from "./schema.ts";
import { type Pair, pairsOf } from "./transcript.ts";

/** Where a draft comes from, with the steps. */
export type Source = {
  kind: "trial" | "memory";
  id: string;
  trialId: string | null;
  benchmark: string;
  taskName: string;
  task: string;
  /** null = not known: somebody has to say how to read it. */
  polarity: Polarity | null;
  /** Model whose attempt it was. */
  model: string | null;
  synthetic: boolean;
  pairs: Pair[];
};

/**
 * The source that a request names, or that a memory was made from: its trial, else a trajectory memory of the same task.
 * @returns "not_found" when there is none, "invalid" when its trajectory holds no action
 */
export async function findSource(
  db: Db,
  named: { trialId?: string | undefined; memoryId?: string | undefined },
): Promise<Result<Source>> {
  const found = named.trialId
    ? await sourceOfTrial(db, named.trialId)
    : named.memoryId
      ? await sourceOfMemory(db, named.memoryId)
      : err("invalid", "Choose a source.");
  if (!found.ok || found.value.pairs.length > 0) return found;
  return err(
    "invalid",
    "This trajectory holds no action, so there is nothing to learn from. Choose another source.",
  );
}

async function sourceOfTrial(db: Db, id: string): Promise<Result<Source>> {
  const trial = await db.trial.findUnique({
    where: { id },
    include: { task: true, trajectory: true, run: { select: { model: true, synthetic: true } } },
  });
  if (!trial) return err("not_found", "There is no such trial. Choose a source from the list.");
  if (!trial.trajectory) {
    return err("not_found", "This trial has no trajectory. Choose a trial that was imported with its steps.");
  }
  return ok({
    kind: "trial",
    id,
    trialId: id,
    benchmark: trial.task.benchmarkName,
    taskName: trial.task.name,
    task: trial.task.statement || trial.task.name,
    polarity: polarityOf(trial.outcome, trial.judgement),
    model: trial.run.model,
    synthetic: trial.run.synthetic,
    pairs: pairsOf(await readAllSteps(db, id, trial.trajectory.steps)),
  });
}

/** An errored attempt did not pass; without an outcome the judge's verdict decides, if there is one. */
function polarityOf(outcome: string, judgement: boolean | null): Polarity | null {
  if (outcome === "passed") return "passed";
  if (outcome === "failed" || outcome === "errored") return "failed";
  return judgement === null ? null : judgement ? "passed" : "failed";
}

async function sourceOfMemory(db: Db, id: string): Promise<Result<Source>> {
  const memory = await db.memory.findUnique({ where: { id } });
  if (!memory) return err("not_found", "There is no such memory. Choose a source from the list.");
  if (memory.type === "trajectory") return ok(toSource(memory));
  if (memory.sourceTrialId) {
    const trial = await sourceOfTrial(db, memory.sourceTrialId);
    if (trial.ok) return trial;
  }
  const { benchmarkName, taskName, task } = memory;
  const siblings = await db.memory.findMany({
    where: { type: "trajectory", benchmarkName, taskName },
    orderBy: [{ lifecycle: "asc" }, { id: "asc" }],
  });
  const sibling = siblings.find((each) => each.task === task) ?? siblings[0];
  if (sibling) return ok(toSource(sibling));
  return err(
    "not_found",
    `The pool holds no trajectory for ${benchmarkName} / ${taskName}: import its run or its trajectory memory first.`,
  );
}

function toSource(memory: Memory): Source {
  const typed = parseContent(memory.type, memory.content);
  return {
    kind: "memory",
    id: memory.id,
    trialId: memory.sourceTrialId,
    benchmark: memory.benchmarkName,
    taskName: memory.taskName,
    task: memory.task,
    polarity: memory.outcome === "unknown" ? null : memory.outcome,
    model: memory.sourceModel,
    synthetic: memory.synthetic,
    pairs: typed.type === "trajectory" ? typed.content.steps : [],
  };
}
