import { beforeAll, describe, expect, it } from "vitest";
import type { EmbeddingSpace, Memory, MemoryType } from "#lib/db/generated/client.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import { ineligibility } from "#lib/memories/servable.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { seedSpace } from "#lib/testing/embedding-space.ts";
import { seedMemorySaying } from "#lib/testing/memories.ts";
import { listExclusions } from "./list-exclusions.ts";
import { listNearest } from "./nearest.ts";
import type { PoolFilter } from "./pool-sql.ts";

const database = testDatabase();
const dimensions = 8;
const at = new Date("2026-06-01T00:00:00Z");
const before = new Date("2026-05-01T00:00:00Z");
const after = new Date("2026-07-01T00:00:00Z");
const random = seededRandom(7);
const query = direction();

type Member = { memory: Memory; vector: Float32Array; stale: boolean; embedded: boolean };
const members: Member[] = [];
let space: EmbeddingSpace;

function direction(): Float32Array {
  return Float32Array.from({ length: dimensions }, () => random() * 2 - 1);
}

function near(distance: number): Float32Array {
  return query.map((value, i) => value + (i === 0 ? distance : 0));
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return dot / Math.sqrt(aa * bb);
}

function filter(part: Partial<PoolFilter> = {}): PoolFilter {
  return { space, vector: query, type: null, target: null, at, ...part };
}

/** The same rule written a second time, over the list of members. */
function bruteForce({ type, target }: PoolFilter, limit: number) {
  return members
    .filter(
      ({ memory, stale, embedded }) => embedded && !stale && ineligibility(memory, at) === null && memory,
    )
    .filter(({ memory }) => (!type || memory.type === type) && memory.benchmarkName !== target)
    .map(({ memory, vector }) => ({ memoryId: memory.id, similarity: cosine(vector, query) }))
    .sort((a, b) => b.similarity - a.similarity || (a.memoryId < b.memoryId ? -1 : 1))
    .slice(0, limit);
}

beforeAll(async () => {
  const states = [
    {},
    {},
    {},
    { lifecycle: "deprecated" },
    { lifecycle: "candidate" },
    { validUntil: before },
    { validFrom: after },
    { validFrom: before, validUntil: after },
  ] as const;
  for (let i = 0; i < 160; i++) {
    const state = states[Math.floor(random() * states.length)] ?? {};
    const memory = await seedMemorySaying(database.db, {
      text: `memory ${i}`,
      type: memoryTypes[i % 4] as MemoryType,
      benchmarkName: ["Alpha", "Beta", "Gamma"][i % 3] ?? "Alpha",
      ...state,
    });
    members.push({ memory, vector: direction(), stale: i % 11 === 0, embedded: i % 13 !== 0 });
  }
  // Delta holds everything that is nearest: an approximate search filtered afterwards would return nothing.
  for (let i = 0; i < 60; i++) {
    const memory = await seedMemorySaying(database.db, { text: `twin ${i}`, benchmarkName: "Delta" });
    members.push({ memory, vector: near(i / 1000), stale: false, embedded: true });
  }
  // Equal vectors: the order must be that of the ids.
  for (let i = 0; i < 4; i++) {
    const memory = await seedMemorySaying(database.db, { text: `equal ${i}`, benchmarkName: "Beta" });
    members.push({ memory, vector: near(0.2), stale: false, embedded: true });
  }
  space = await seedSpace(
    database.db,
    { provider: "imported", model: "test", dimensions },
    members.filter((member) => member.embedded),
  );
  const stale = members.filter((member) => member.stale).map((member) => member.memory.id);
  await database.db.embedding.updateMany({ where: { memoryId: { in: stale } }, data: { stale: true } });
  // A second space whose vectors point elsewhere: they must never be looked at.
  await seedSpace(
    database.db,
    { provider: "imported", model: "other", dimensions },
    members.map(({ memory }) => ({ memory, vector: query })),
  );
});

describe("listNearest agrees with brute force", () => {
  const cases = [
    { type: null, target: null, limit: 20, why: "whole pool" },
    { type: "insight", target: "Alpha", limit: 3, why: "one type, one benchmark left out" },
    { type: "trajectory", target: "Beta", limit: 10, why: "another type" },
    { type: "insight", target: "Delta", limit: 5, why: "all nearest vectors are the target's own" },
    { type: "workflow", target: "Gamma", limit: 500, why: "fewer memories than asked for" },
  ] as const;
  it.each(cases)("$why", async ({ type, target, limit }) => {
    const found = await listNearest(database.db, filter({ type, target }), limit);
    const expected = bruteForce(filter({ type, target }), limit);
    expect(found.map((row) => row.memoryId)).toEqual(expected.map((row) => row.memoryId));
    for (const [i, row] of found.entries())
      expect(row.similarity).toBeCloseTo(expected[i]?.similarity ?? 9, 5);
    if (target) expect(found.map((row) => row.benchmark)).not.toContain(target);
    expect(found.length).toBeGreaterThan(0);
  });

  it("stays right with an approximate index on the vectors", async () => {
    await database.db.$executeRawUnsafe(
      `CREATE INDEX approximate ON "Embedding" USING hnsw ((vector::vector(${dimensions})) vector_cosine_ops)`,
    );
    const found = await listNearest(database.db, filter({ type: "insight", target: "Delta" }), 5);
    expect(found).toHaveLength(5);
    await database.db.$executeRawUnsafe("DROP INDEX approximate");
  });
});

it("refuses a query of another space's length", async () => {
  await expect(listNearest(database.db, filter({ vector: new Float32Array(3) }), 3)).rejects.toThrow(
    RangeError,
  );
});

it("has no similarity for a vector without a direction", async () => {
  const memory = await seedMemorySaying(database.db, { text: "zero", benchmarkName: "Zeta" });
  const zero = new Float32Array(dimensions);
  const own = await seedSpace(database.db, { provider: "imported", model: "zeros", dimensions }, [
    { memory, vector: zero },
  ]);
  expect(await listNearest(database.db, filter({ space: own }), 5)).toEqual([]);
  await database.db.memory.delete({ where: { id: memory.id } });
});

describe("what was left out", () => {
  it("lists the nearest, each with its first reason", async () => {
    const listed = { sameType: 500, otherTypes: 0 };
    const { leftOut: rows } = await listExclusions(
      database.db,
      filter({ type: "insight", target: "Delta" }),
      listed,
    );
    expect(rows.slice(0, 60).every((row) => row.reason === "target benchmark")).toBe(true);
    for (const row of rows) {
      const member = members.find(({ memory }) => memory.id === row.memoryId);
      const expected =
        row.benchmark === "Delta"
          ? "target benchmark"
          : member && (ineligibility(member.memory, at) ?? "stale embedding");
      expect(row.reason).toBe(expected);
      expect(row.because).toMatch(/\.$/);
    }
  });

  it("counts each memory once, and nobody is forgotten", async () => {
    const { counts, leftOut } = await listExclusions(
      database.db,
      filter({ type: "insight", target: "Delta" }),
    );
    const excluded = Object.fromEntries(counts.excluded.map(({ reason, count }) => [reason, count]));
    expect(counts.total).toBe(members.length);
    expect(counts.eligible + counts.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(counts.total);
    expect(excluded["target benchmark"]).toBe(60);
    expect(excluded["other type"]).toBe(members.filter(({ memory }) => memory.type !== "insight").length);
    expect(excluded["no embedding"]).toBeGreaterThan(0);
    expect(leftOut.filter((row) => row.reason === "other type")).toHaveLength(4);
    const similarities = leftOut.map((row) => row.similarity ?? -2);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
  });
});
