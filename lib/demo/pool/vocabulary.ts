/** The four types, in order of rising abstraction. */
export const TYPES_OF_MEMORY = ["trajectory", "workflow", "summary", "insight"] as const;

export type TypeOfMemory = (typeof TYPES_OF_MEMORY)[number];

export type Outcome = "passed" | "failed" | "errored" | "missing";
