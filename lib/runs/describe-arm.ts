import type { RunArm, RunScope } from "./schema.ts";

/** The arm of a run in words: "zero-shot", "insight memory, cross-domain". */
export function describeArm(run: { arm: RunArm; memoryType: string | null; scope: RunScope | null }): string {
  if (run.arm === "zero_shot") return "zero-shot";
  const memory = run.memoryType ? `${run.memoryType} memory` : "memory";
  return run.scope ? `${memory}, ${run.scope.replace("_", "-")}` : memory;
}
