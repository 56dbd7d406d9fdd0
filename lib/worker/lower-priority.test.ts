import { execFileSync } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const told = `
  const { lowerPriority } = await import(${JSON.stringify(join(import.meta.dirname, "lower-priority.ts"))});
  const { readdirSync } = await import("node:fs");
  const { getPriority } = await import("node:os");
  lowerPriority();
  const threads = process.platform === "linux" ? readdirSync("/proc/self/task").map(Number) : [process.pid];
  console.log(JSON.stringify(threads.map((id) => getPriority(id))));`;

it("puts every thread of the process behind others, those of the garbage collector too", () => {
  const answer = execFileSync(process.execPath, ["--input-type=module", "-e", told], { encoding: "utf8" });
  const priorities: number[] = JSON.parse(answer);
  if (process.platform === "linux") expect(priorities.length).toBeGreaterThan(1);
  expect(new Set(priorities)).toEqual(new Set([constants.priority.PRIORITY_LOW]));
});

it("is the first to end when memory runs out", () => {
  const file = JSON.stringify(join(import.meta.dirname, "lower-priority.ts"));
  const script = `
    const { preferAsOomVictim } = await import(${file});
    const { readFileSync } = await import("node:fs");
    preferAsOomVictim();
    console.log(process.platform === "linux" ? readFileSync("/proc/self/oom_score_adj", "utf8") : "1000");`;
  const answer = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(Number(answer)).toBe(1000);
});
