import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/shared/hash.ts";
import type { Step } from "./records.ts";

/** hashJson({ format, steps }), without ever holding all of them as one text. */
export function hashSteps(format: string, steps: readonly Step[]): string {
  const hash = createHash("sha256").update(`{"format":${JSON.stringify(format)},"steps":[`);
  for (const [index, step] of steps.entries()) hash.update(`${index === 0 ? "" : ","}${canonicalJson(step)}`);
  return hash.update("]}").digest("hex");
}
