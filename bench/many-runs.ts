import type { RootDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { seededRandom } from "#lib/shared/random.ts";

const shownPerTrial = 3;

/**
 * Writes a zero-shot run and others with memory over the same tasks of six benchmarks, each trial with three retrievals.
 * @returns the ids, zero-shot first
 */
export async function createManyRuns(
  db: RootDb,
  size: { runs: number; tasks: number; attempts: number },
): Promise<string[]> {
  const random = seededRandom(7);
  const benchmarks = Array.from({ length: 6 }, (_, i) => `benchmark-${i}`);
  await db.benchmark.createMany({ data: benchmarks.map((name) => ({ name })) });
  const tasks = await db.task.createManyAndReturn({
    data: Array.from({ length: size.tasks }, (_, i) => ({
      benchmarkName: benchmarks[i % benchmarks.length] ?? "",
      name: `task-${i}`,
    })),
    select: { id: true },
  });
  const memories = await db.memory.createManyAndReturn({
    data: benchmarks.flatMap((name) => Array.from({ length: 20 }, (_, i) => memoryOf(name, i))),
    select: { id: true },
  });
  const ids: string[] = [];
  for (let run = 0; run < size.runs; run++) {
    const arm = run === 0 ? "zero_shot" : "memory";
    const { id } = await db.run.create({
      data: { importKey: `run-${run}`, name: `run ${run}`, arm, model: "m", source: "bench" },
    });
    ids.push(id);
    const trials = await db.trial.createManyAndReturn({
      data: tasks.flatMap((task) =>
        Array.from({ length: size.attempts }, (_, attempt) => ({
          runId: id,
          taskId: task.id,
          attempt: attempt + 1,
          outcome: random() < 0.5 ? ("passed" as const) : ("failed" as const),
          costUsd: random(),
          sourcePath: "bench",
          contentHash: `${id} ${task.id} ${attempt}`,
        })),
      ),
      select: { id: true },
    });
    if (run > 0) await showMemories(db, trials, memories, random);
  }
  return ids;
}

function memoryOf(benchmarkName: string, i: number): Prisma.MemoryCreateManyInput {
  const title = `${benchmarkName} ${i}`;
  const keys = { importKey: title, importedHash: title, contentHash: title };
  const text = { title, searchText: title, content: { title }, task: title, taskName: title };
  return { type: "insight", benchmarkName, outcome: "passed", sourceFormat: "bench", ...text, ...keys };
}

async function showMemories(
  db: RootDb,
  trials: readonly { id: string }[],
  memories: readonly { id: string }[],
  random: () => number,
): Promise<void> {
  await db.retrieval.createMany({
    data: trials.flatMap(({ id }) =>
      Array.from({ length: shownPerTrial }, (_, rank) => ({
        trialId: id,
        memoryId: memories[Math.floor(random() * memories.length)]?.id ?? null,
        rank: rank + 1,
        query: "q",
        shown: {},
      })),
    ),
  });
}
