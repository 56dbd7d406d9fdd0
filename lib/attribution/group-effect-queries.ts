import type { Db } from "#lib/db/client.ts";
import type { MemoryType } from "#lib/db/generated/client.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import { getComparedTasks } from "#lib/transfer/queries.ts";
import { listMeasured } from "./abstraction-effect-queries.ts";
import { isAbstract, type MeasuredMemory, medianAbstraction } from "./abstraction-effects.ts";
import { listShownMemories } from "./attribution-sql.ts";
import type { RunCases } from "./cases/run-cases.ts";
import type { ShownMemory } from "./exposures.ts";
import { type GroupEffect, groupEffects, withQ } from "./group-effects.ts";

/** A cell of the heat map: memories of one benchmark at tasks of another. */
export type SourceTarget = GroupEffect & { source: string; target: string };

const abstractions = ["all", "abstract", "concrete", "unmeasured"] as const;
/** Memories of a type in one run: all (not tested: they are the run itself), those at or above and below the median LISI, and those not measured. */
export type TypeEffect = GroupEffect & {
  run: { id: string; name: string };
  /** Id of the baseline. */
  base: string;
  type: MemoryType;
  abstraction: (typeof abstractions)[number];
};

/** The effect of memories by the benchmark they are from and the benchmark they were shown at. */
export async function listSourceTargets(
  db: Db,
  { tasks, shown }: Pick<RunCases, "tasks" | "shown">,
): Promise<SourceTarget[]> {
  const memories = await db.memory.findMany({
    where: { id: { in: idsOf(shown) } },
    select: { id: true, benchmarkName: true },
  });
  const sourceOf = new Map(memories.map(({ id, benchmarkName }) => [id, benchmarkName]));
  const rows = groupEffects(tasks, shown, (memoryId, { benchmark }) => {
    const source = sourceOf.get(memoryId);
    return source === undefined ? [] : [JSON.stringify([source, benchmark])];
  });
  return withQ(rows).map((row) => {
    const [source, target] = JSON.parse(row.group) as [string, string];
    return { ...row, source, target };
  });
}

/**
 * The effect of memories by type, and within a type by abstraction (LISI of the active space), in every run with memory
 * that shares tasks with a baseline: a run mostly has one type, so types are compared across runs.
 */
export async function listTypeEffects(db: Db, base: string): Promise<TypeEffect[]> {
  const runs = await db.run.findMany({
    where: { arm: "memory", id: { not: base } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  const rows: Omit<TypeEffect, "q">[] = [];
  for (const run of runs) rows.push(...(await typeEffectsOf(db, base, run)));
  return withQ(rows).sort((a, b) => memoryTypes.indexOf(a.type) - memoryTypes.indexOf(b.type));
}

async function typeEffectsOf(db: Db, base: string, run: TypeEffect["run"]): Promise<Omit<TypeEffect, "q">[]> {
  const [compared, shown] = await Promise.all([
    getComparedTasks(db, { base, candidate: run.id }),
    listShownMemories(db, run.id),
  ]);
  if (!compared || shown.length === 0) return [];
  const groups = groupsOf(await listMeasured(db, idsOf(shown), {}));
  const rows = groupEffects(compared.tasks, shown, (memoryId) => groups.get(memoryId) ?? []);
  const found = new Map(rows.map((row) => [row.group, row]));
  return memoryTypes.flatMap((type) =>
    abstractions.flatMap((abstraction) => {
      const row = found.get(`${type} ${abstraction}`);
      if (!row) return [];
      const p = abstraction === "all" ? null : row.p;
      return [{ ...row, p, group: `${run.id} ${row.group}`, run, base, type, abstraction }];
    }),
  );
}

/** The groups of each memory: its type, and its side of the median of those of the type. */
function groupsOf(measured: readonly MeasuredMemory[]): Map<string, string[]> {
  return new Map(
    [...Map.groupBy(measured, ({ type }) => type)].flatMap(([type, its]) => {
      const median = medianAbstraction(its, "lisi");
      return its.map((memory): [string, string[]] => {
        const abstract = median === null ? null : isAbstract(memory, "lisi", median);
        const side = abstract === null ? "unmeasured" : abstract ? "abstract" : "concrete";
        return [memory.memoryId, [`${type} all`, `${type} ${side}`]];
      });
    }),
  );
}

function idsOf(shown: readonly ShownMemory[]): string[] {
  return [...new Set(shown.flatMap(({ memoryId }) => memoryId ?? []))];
}
