import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { embedMemories } from "#lib/embeddings/embed-memories.ts";
import { ensureActiveSpace } from "#lib/embeddings/spaces.ts";
import { readMemoryColumns } from "#lib/maps/maps-sql.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft } from "#lib/memories/record.ts";
import { measureAbstraction } from "./measure-abstraction.ts";
import { listMemoryMeasures } from "./memory-measures.ts";
import { downsampleHistory, listMetricHistory } from "./metric-history.ts";
import { resultVersion } from "./schema.ts";
import type { MetricHistoryPoint } from "./view.ts";

const database = testDatabase();
const titles = { aider: "apply the edit block", mlgym: "lower the learning rate" };
let spaceId: string;
const ids: string[] = [];

beforeAll(async () => {
  await ensureBenchmarks(database.db, Object.keys(titles));
  for (let i = 0; i < 24; i++) {
    const benchmarkName = i % 2 === 0 ? "aider" : "mlgym";
    const draft = {
      type: "insight",
      benchmarkName,
      taskName: `t${i}`,
      task: "t",
      outcome: "passed",
      sourceFormat: "test",
      content: { title: `${titles[benchmarkName]} ${i}`, description: "d", content: "c" },
    } as MemoryDraft;
    const { id } = await createMemory(database.db, draft, { kind: "import", actor: "ada" });
    ids.push(id);
  }
  await embedMemories(database.db);
  spaceId = (await ensureActiveSpace(database.db)).id;
});

const history = (by: "change" | "day" | "release" = "change") =>
  listMetricHistory(database.db, { spaceId, type: "insight", label: "benchmark", by });

const setLifecycle = (lifecycle: "active" | "deprecated") =>
  database.db.memory.updateMany({ where: { id: { in: ids.slice(0, 4) } }, data: { lifecycle } });

describe("the history of a measurement", () => {
  it("has one point however often the same pool is measured", async () => {
    await measureAbstraction(database.db, { type: "insight" });
    await measureAbstraction(database.db, { type: "insight" });
    const { rows } = await history();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.until.localeCompare(rows[0].asOf)).toBe(1);
  });

  it("has another after curation, and a third when that is undone", async () => {
    await setLifecycle("deprecated");
    await measureAbstraction(database.db, { type: "insight" });
    await database.db.release.create({
      data: { name: "curated", contentHash: "h", manifest: [], memoryCount: 20, actor: "ada" },
    });
    await setLifecycle("active");
    await measureAbstraction(database.db, { type: "insight" });
    const { rows, total } = await history();
    expect(total).toBe(3);
    expect(rows.map(({ result }) => result.n)).toEqual([24, 20, 24]);
    expect(rows[2]?.inputHash).toBe(rows[0]?.inputHash);
    expect(rows[2]?.result).toEqual(rows[0]?.result);
  });

  it("names the release a point belongs to", async () => {
    const { rows } = await history("release");
    expect(rows.map(({ releases, result }) => [releases, result.n])).toEqual([[["curated"], 20]]);
  });

  it("tests each change against as many memories coming and going at random", async () => {
    const [first, second, third] = (await history()).rows;
    expect(first?.change).toBeNull();
    expect(second?.change).toMatchObject({ fromId: first?.id, came: 0, went: 4, edited: 0, lost: 0 });
    expect(third?.change).toMatchObject({ fromId: second?.id, came: 4, went: 0 });
    for (const test of [second?.change?.dbi, second?.change?.lisi]) {
      expect(test?.draws).toBe(199);
      expect(test?.p).toBeGreaterThan(0);
      expect(test?.p).toBeLessThanOrEqual(1);
      expect(test?.low).toBeLessThanOrEqual(test?.expected ?? 0);
    }
    const moved = (second?.result.dbi ?? 0) - (first?.result.dbi ?? 0);
    expect(second?.change?.dbi?.difference).toBeCloseTo(moved, 9);
    expect(third?.change?.dbi?.difference).toBeCloseTo(-moved, 9);
  });

  it("keeps whom it measured for the newest only", async () => {
    const kept = await database.db.metricSnapshot.findMany({
      where: { type: "insight", label: "benchmark" },
      orderBy: { createdAt: "asc" },
      select: { members: true },
    });
    expect(kept.map(({ members }) => members !== null)).toEqual([false, false, true]);
  });

  it("leaves out what was measured by other definitions, and says how many", async () => {
    const { id } = await database.db.metricSnapshot.create({
      data: {
        spaceId,
        type: "insight",
        label: "benchmark",
        perplexity: 30,
        inputHash: "of an older version",
        result: { n: 24, labels: {}, dbi: 1, lisi: null, invariantShare: null },
        createdAt: new Date("2026-01-01"),
      },
    });
    expect(await history()).toMatchObject({ total: 3, older: 1, hasReleases: true });
    await database.db.metricSnapshot.delete({ where: { id } });
  });

  it("keeps other labels and types apart", async () => {
    const others = { spaceId, type: "all", label: "benchmark" } as const;
    expect((await listMetricHistory(database.db, others)).total).toBe(0);
  });

  it("offers no releases where none were made", async () => {
    const others = { spaceId, type: "insight", label: "outcome", by: "release" } as const;
    await measureAbstraction(database.db, { type: "insight", label: "outcome" });
    expect(await listMetricHistory(database.db, others)).toMatchObject({ total: 1, hasReleases: false });
  });
});

it("keeps the last of each day", () => {
  const point = (asOf: string): MetricHistoryPoint => ({
    id: asOf,
    asOf,
    until: asOf,
    inputHash: "h",
    releases: [],
    change: null,
    result: {
      version: resultVersion,
      n: 0,
      labels: {},
      dbi: null,
      dbiInterval: null,
      dbiShuffled: null,
      dbiOfShuffled: null,
      lisi: null,
      invariantShare: null,
    },
  });
  const points = ["2026-01-01T08:00", "2026-01-01T20:00", "2026-01-02T01:00"].map(point);
  expect(downsampleHistory(points, "day").map(({ id }) => id)).toEqual([
    "2026-01-01T20:00",
    "2026-01-02T01:00",
  ]);
});

describe("the numbers of single memories", () => {
  it("are those of the newest measurement, null where there are none", async () => {
    await setLifecycle("deprecated");
    await measureAbstraction(database.db, { type: "insight" });
    const asked = [ids[5] ?? "", ids[0] ?? "", "no id at all"];
    const { rows } = await listMemoryMeasures(database.db, asked);
    expect(rows.map(({ memoryId }) => memoryId)).toEqual(asked.slice(0, 2));
    expect(rows[0]?.lisi).toBeGreaterThanOrEqual(1);
    expect(rows[0]?.invariantShare).toBeGreaterThanOrEqual(0);
    // Deprecated memories are not measured: what they were before is not what they are.
    expect(rows[1]).toMatchObject({ lisi: null, invariantShare: null, lintFindings: 0, retrievals: 0 });
  });

  it("average to the mean of the type", async () => {
    const { rows } = await listMemoryMeasures(database.db, ids);
    const lisi = rows.flatMap((row) => row.lisi ?? []);
    const newest = (await history()).rows.at(-1)?.result.lisi;
    expect(lisi.reduce((sum, value) => sum + value, 0) / lisi.length).toBeCloseTo(newest?.mean ?? 0, 9);
  });

  it("come as columns for a map, null where there are none", async () => {
    const columns = await readMemoryColumns(database.db, { type: "insight", spaceId });
    const at = (id: string | undefined) => columns.ids.indexOf(id ?? "");
    expect(columns.ids.toSorted()).toEqual(ids.toSorted());
    expect(columns.lisi[at(ids[0])]).toBeNull();
    expect(columns.lisi[at(ids[5])]).toBeGreaterThanOrEqual(1);
    expect([columns.benchmark[at(ids[5])], columns.lifecycle[at(ids[0])]]).toEqual(["mlgym", "deprecated"]);
    expect(columns.tags[0]).toEqual([]);
    expect(new Set([...columns.retrievals, ...columns.lintFindings, ...columns.ageDays])).toEqual(
      new Set([0]),
    );
    const none = await readMemoryColumns(database.db, { type: "workflow", spaceId });
    expect(none).toMatchObject({ ids: [], lisi: [], tags: [] });
  });

  it("are made again when the stored measurement lost them", async () => {
    await database.db.memoryMeasure.deleteMany();
    await measureAbstraction(database.db, { type: "insight" });
    expect(await database.db.memoryMeasure.count()).toBe(20);
  });
});
