import { describeValidityEnd } from "#lib/memories/validity-day.ts";
import type { NearMemory } from "./schema.ts";

type Circumstances = { validFrom: Date | null; validUntil: Date | null; target: string | null };

/** Why a memory was eligible or left out, as a sentence. */
export function describeEligibility(
  memory: Pick<NearMemory, "reason" | "type" | "benchmark" | "lifecycle">,
  { validFrom, validUntil, target }: Circumstances,
): string {
  switch (memory.reason) {
    case null: {
      const window = validUntil ? `, valid until ${describeValidityEnd(validUntil)}` : "";
      return `Active${window}${target ? `, and not from ${target}` : ""}.`;
    }
    case "other type":
      return `It is a ${memory.type}; another type was asked for.`;
    case "target benchmark":
      return `It comes from ${memory.benchmark}, the benchmark the agent is to be tested on.`;
    case "candidate":
      return "It is a candidate: nobody has promoted it yet.";
    case "deprecated":
      return "It is deprecated.";
    case "not yet valid":
      return `It becomes valid on ${validFrom ? validFrom.toISOString().slice(0, 10) : "a later day"}.`;
    case "expired":
      return `It was valid until ${validUntil ? describeValidityEnd(validUntil) : "an earlier day"}.`;
    case "no embedding":
      return "It has no vector in this space yet.";
    case "stale embedding":
      return "Its text changed after it was embedded; it returns once re-embedded.";
  }
}
