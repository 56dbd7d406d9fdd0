import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { benchmarkKey } from "./benchmark-key.ts";
import { findBenchmark, listSameBenchmarks } from "./benchmarks-sql.ts";

const database = testDatabase();
const stored = [
  "SWE-bench Verified",
  "swe-bench verified",
  "swe-bench",
  "terminal-bench",
  "terminal-bench-2",
];

beforeAll(async () => {
  for (const name of stored) await database.db.benchmark.create({ data: { name } });
});

it.each([
  ...stored,
  "SWE-bench_Verified ",
  "Terminal-Bench 2.0",
  "v1.2.3 - 4",
  "HumanEval+",
  "tab\tnew\nline\\slash",
  `quotes ' " \u0060 and (brackets) [x] {y}`,
  "ＦＵＬＬ－width １．０",
  "dashes \u2010\u2011\u2012\u2013\u2014\u2015\u2212 zero\u200b\u200c\u200d\ufeffwidth",
  "ÉCOLE bench",
  "--",
  "100%_of C#",
])("the database and the code agree on the key of %j", async (name) => {
  const [row] = await database.db.$queryRaw<{ key: string }[]>`SELECT benchmark_key(${name}) AS key`;
  expect(row?.key).toBe(benchmarkKey(name));
});

it("finds every stored spelling, and no other benchmark", async () => {
  expect(await listSameBenchmarks(database.db, ["swebench-verified"])).toEqual(
    ["SWE-bench Verified", "swe-bench verified"].sort(),
  );
  expect(await listSameBenchmarks(database.db, ["Terminal Bench"])).toEqual(["terminal-bench"]);
  expect(await findBenchmark(database.db, "swe-bench verified")).toBe("swe-bench verified");
  expect(await findBenchmark(database.db, "SWEbench_verified")).toBe("SWE-bench Verified");
  expect(await findBenchmark(database.db, "omega")).toBeNull();
});

it("follows an alias, for the stored rows of its name too", async () => {
  const data = {
    name: "swe-bench",
    key: "swebench",
    benchmarkName: "SWE-bench Verified",
    actor: "ada",
    moved: {},
  };
  await database.db.benchmarkAlias.create({ data });
  expect(await findBenchmark(database.db, "SWE bench")).toBe("SWE-bench Verified");
  expect(await listSameBenchmarks(database.db, ["SWE-bench Verified"])).toContain("swe-bench");
  expect(await findBenchmark(database.db, "terminal bench")).toBe("terminal-bench");
  expect(await listSameBenchmarks(database.db, ["terminal bench"])).toEqual(["terminal-bench"]);
});
