import { expect, it } from "vitest";
import { demoComparisons } from "#lib/testing/demo-comparisons.ts";
import { findCases } from "./joint-cases.ts";

it("separates the planted harmful memories of the demo pool from the innocent ones that travelled with them", async () => {
  const found: { isHarmful: boolean; lostShared: number }[] = [];
  let planted = 0;
  for (const { tasks, shown, harmful } of demoComparisons(42)) {
    const cases = await findCases(tasks, shown, { draws: 80 });
    planted += harmful.size;
    for (const { state, memoryIds, lostShared } of cases) {
      if (state !== "supported") continue;
      // One memory each: nobody is charged along with a harmful one.
      expect(memoryIds).toHaveLength(1);
      found.push({ isHarmful: harmful.has(memoryIds[0] ?? ""), lostShared });
    }
  }
  const right = found.filter(({ isHarmful }) => isHarmful).length;
  console.log(`demo pool: precision ${right}/${found.length}, recall ${right}/${planted}`);
  expect(planted).toBe(3);
  expect(right / found.length).toBe(1);
  expect(right / planted).toBe(1);
  // Every loss of theirs was shared with memories that did nothing.
  expect(found.every(({ lostShared }) => lostShared > 5)).toBe(true);
}, 120_000);
