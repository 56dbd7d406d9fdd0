import type { Prisma } from "#lib/db/generated/client.ts";
import { embeddedText } from "#lib/demo/pool/retrieve.ts";
import type {
  DemoMemory,
  DemoPool,
  DemoRetrieval,
  DemoRun,
  DemoTask,
  DemoTrajectory,
  DemoTrial,
} from "#lib/demo/pool/types.ts";
import { parseContent } from "#lib/memories/content.ts";
import { firstRevision, memoryColumns } from "#lib/memories/record.ts";
import { hashJson } from "#lib/shared/hash.ts";

/** Generator of every memory and model of every run: the label that shows wherever provenance does. */
const DEMO_GENERATOR = "gpt-5-mini (synthetic)";
/** Who signs the first revisions. */
const DEMO_ACTOR = "demo";
const demoFormat = "carryover-demo/1";

export function taskRow(task: DemoTask): Prisma.TaskCreateManyInput {
  // A checksum of its own: a real task of the same name stays another task.
  return {
    id: task.id,
    benchmarkName: task.benchmark,
    name: task.name,
    checksum: "synthetic",
    statement: task.statement,
  };
}

export function memoryRow(memory: DemoMemory): Prisma.MemoryCreateManyInput & { id: string } {
  const columns = memoryColumns({
    ...parseContent(memory.type, memory.content),
    benchmarkName: memory.benchmark,
    taskName: memory.taskName,
    task: memory.task,
    outcome: memory.outcome,
    lifecycle: memory.lifecycle,
    validUntil: memory.validUntil === null ? null : new Date(memory.validUntil),
    tags: ["synthetic"],
    generator: DEMO_GENERATOR,
    sourceModel: DEMO_GENERATOR,
    sourceFormat: demoFormat,
    importKey: memory.importKey,
    synthetic: true,
  });
  return { ...columns, id: memory.id, deprecatedReason: memory.deprecatedReason };
}

export function revisionRow(
  memory: Prisma.MemoryCreateManyInput & { id: string },
): Prisma.RevisionCreateManyInput {
  const after = firstRevision(memory);
  return {
    memoryId: memory.id,
    version: 1,
    kind: "import",
    actor: DEMO_ACTOR,
    reason: "Loaded with the synthetic demo pool",
    changedFields: Object.keys(after),
    after,
  };
}

export function runRow(run: DemoRun, seed: number): Prisma.RunCreateManyInput {
  return {
    id: run.id,
    importKey: run.importKey,
    name: run.name,
    arm: run.memoryType === null ? "zero_shot" : "memory",
    memoryType: run.memoryType,
    scope: run.memoryType === null ? null : "cross_domain",
    model: DEMO_GENERATOR,
    agent: "demo-agent (synthetic)",
    source: demoFormat,
    config: { seed, attempts: 3, retrieval: run.memoryType === null ? null : { k: 3, method: "embedding" } },
    synthetic: true,
    startedAt: new Date(run.startedAt),
  };
}

const rewards = { passed: 1, failed: 0, errored: null, missing: null } as const;

export function trialRow(trial: DemoTrial, seed: number): Prisma.TrialCreateManyInput {
  return {
    ...trial,
    reward: rewards[trial.outcome],
    sourcePath: `demo:${seed}/${trial.id}`,
    contentHash: hashJson(trial),
  };
}

export function trajectoryRow({ trialId, steps }: DemoTrajectory): Prisma.TrajectoryCreateManyInput {
  return { trialId, format: demoFormat, steps, stepCount: steps.length, contentHash: hashJson(steps) };
}

/** @returns a function that turns a retrieval into its row, with the memory as the agent saw it */
export function retrievalRows(pool: DemoPool): (retrieval: DemoRetrieval) => Prisma.RetrievalCreateManyInput {
  const shown = new Map(
    pool.memories.map((memory) => [
      memory.id,
      { type: memory.type, benchmark: memory.benchmark, title: embeddedText(memory).split("\n")[0] ?? "" },
    ]),
  );
  return (retrieval) => ({ ...retrieval, memoryVersion: 1, shown: shown.get(retrieval.memoryId) ?? {} });
}
