import { ANTI_PATTERNS } from "./principles/anti-patterns.ts";
import { INPUT_AND_INTERFACE } from "./principles/input-and-interface.ts";
import { SURROUNDINGS } from "./principles/surroundings.ts";
import { VERIFICATION } from "./principles/verification.ts";
import { WORKING_STYLE } from "./principles/working-style.ts";
import type { Principle } from "./types.ts";

/** Every transferable rule an insight of the demo pool can teach. */
export const PRINCIPLES: readonly Principle[] = [
  ...WORKING_STYLE,
  ...VERIFICATION,
  ...ANTI_PATTERNS,
  ...INPUT_AND_INTERFACE,
  ...SURROUNDINGS,
];
