import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestRun } from "#lib/runs/testing.ts";
import {
  describeJudgedDifference,
  describeJudgedRate,
  getJudgedDifference,
  getJudgedRate,
} from "./judged-attempts.ts";

const test = testDatabase();

/** 40 tasks: 24 verified, half of them passed; 16 without a verifier's outcome. */
const tasks = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [
    `t${String(i).padStart(2, "0")}`,
    i >= 24 ? "m" : i % 2 === 0 ? "p" : "f",
  ]),
);

async function judgedRun(name: string, judged: (task: number) => boolean) {
  const run = await createTestRun(test.db, { name, tasks: { swe: tasks } });
  for (const judgement of [true, false]) {
    const ids = Object.keys(tasks).flatMap((task, i) =>
      judged(i) === judgement ? run.trialId(`swe/${task}/1`) : [],
    );
    await test.db.trial.updateMany({ where: { id: { in: ids } }, data: { judgement } });
  }
  return run.id;
}

it("corrects a judge that passes everything it was not asked about, and only where a judge is", async () => {
  const plain = await createTestRun(test.db, { name: "plain", tasks: { swe: tasks } });
  expect(await getJudgedRate(test.db, plain.id)).toBeNull();
  // Right at every verified attempt; passes 12 of the other 16.
  const base = await judgedRun("base", (i) => (i < 24 ? i % 2 === 0 : i % 4 !== 0));
  const rate = await getJudgedRate(test.db, base);
  expect(rate).toMatchObject({ verified: 24, judgedOnly: 16, judge: 0.6 });
  // lambda = .2609 / ((1 + 24 / 16) x .2462) = .4239; .4239 x .75 + .5 - .4239 x .5.
  expect(rate?.lambda).toBeCloseTo(0.4239, 3);
  expect(rate?.estimate).toBeCloseTo(0.606, 3);
  expect(describeJudgedRate(rate ?? expect.fail())).toMatch(
    /^60\.6% \[[\d.]+, [\d.]+\]; 24 verified, 16 judged only; judge alone 60\.0%$/,
  );
  // A judge that says the same of everything knows nothing: the verified attempts alone count.
  const candidate = await judgedRun("candidate", () => true);
  expect(await getJudgedRate(test.db, candidate)).toMatchObject({ lambda: 0, estimate: 0.5, judge: 1 });
  const difference = await getJudgedDifference(test.db, { base, candidate });
  expect(difference?.estimate).toBeCloseTo(0.5 - 0.606, 3);
  expect(describeJudgedDifference(difference ?? expect.fail())).toContain(
    "48 verified, 32 judged only; judge alone +40.0",
  );
});
