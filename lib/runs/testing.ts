import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Outcome } from "./schema.ts";

// Rows for database tests: small runs written by hand.

const letters: Record<string, Outcome> = { p: "passed", f: "failed", e: "errored", m: "missing" };

export type TestRun = Partial<Omit<Prisma.RunUncheckedCreateInput, "trials">> & {
  name: string;
  /** Benchmark to task to attempts, one letter each: { swe: { t1: "pff" } }. */
  tasks: Record<string, Record<string, string>>;
  checksum?: string;
};

/** Writes a run with its tasks and trials. @returns ids by name: trials under "benchmark/task/attempt" */
export async function createTestRun(db: Db, run: TestRun) {
  const { tasks, checksum = "", ...fields } = run;
  const { id } = await db.run.create({
    data: { importKey: run.name, arm: "zero_shot", source: "test", ...fields },
  });
  const taskIds = new Map<string, string>();
  const trialIds = new Map<string, string>();
  for (const [benchmark, byName] of Object.entries(tasks)) {
    await db.benchmark.upsert({ where: { name: benchmark }, create: { name: benchmark }, update: {} });
    for (const [name, attempts] of Object.entries(byName)) {
      const key = { benchmarkName: benchmark, name, checksum };
      const task = await db.task.upsert({
        where: { benchmarkName_name_checksum: key },
        create: key,
        update: {},
      });
      taskIds.set(`${benchmark}/${name}`, task.id);
      for (const [i, letter] of [...attempts].entries()) {
        const trial = await db.trial.create({
          data: {
            runId: id,
            taskId: task.id,
            attempt: i + 1,
            outcome: letters[letter] ?? "missing",
            sourcePath: `${run.name}/${name}/${i + 1}`,
            contentHash: `${run.name}/${name}/${i + 1}`,
          },
        });
        trialIds.set(`${benchmark}/${name}/${i + 1}`, trial.id);
      }
    }
  }
  const found = (ids: Map<string, string>) => (key: string) => {
    const value = ids.get(key);
    if (!value) throw new Error(`The test run has no ${key}`);
    return value;
  };
  return { id, taskId: found(taskIds), trialId: found(trialIds) };
}

/** Writes an insight memory without embedding. @returns its id */
export async function createTestMemory(
  db: Db,
  fields: Partial<Prisma.MemoryUncheckedCreateInput> & { title: string; benchmarkName: string },
): Promise<string> {
  const { benchmarkName: name } = fields;
  await db.benchmark.upsert({ where: { name }, create: { name }, update: {} });
  const memory = await db.memory.create({
    data: {
      type: "insight",
      taskName: "t",
      task: "Do it.",
      outcome: "passed",
      content: { title: fields.title, description: "d", content: "c" },
      searchText: fields.title,
      sourceFormat: "test",
      importKey: fields.title,
      importedHash: fields.title,
      contentHash: fields.title,
      ...fields,
    },
  });
  return memory.id;
}
