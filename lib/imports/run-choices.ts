import { z } from "zod";

/** One run of the folders that look like repeats, or a run for each of them. */
export const GROUPINGS = ["repeats", "runs"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a person decides of one run; what is left out is as the files say. `grouping` is asked of a proposed group. */
export const runChoice = z.strictObject({
  grouping: z.enum(GROUPINGS).optional(),
  name: z.string().trim().min(1, "Enter a name.").max(200, "At most 200 characters").optional(),
  arm: z.enum(["zero_shot", "memory"]).optional(),
  memoryType: z.enum(["trajectory", "workflow", "summary", "insight"]).optional(),
  scope: z.enum(["in_domain", "cross_domain"]).optional(),
});
export type RunChoice = z.output<typeof runChoice>;

/** Choices by the key that the dry run gave a run or a group. */
export type RunChoices = Readonly<Record<string, RunChoice>>;

/** What stays with a run: an import that decides nothing leaves it. */
export type Decided = Omit<RunChoice, "grouping">;

type Described = {
  name: string;
  arm: "zero_shot" | "memory";
  memoryType: NonNullable<Decided["memoryType"]> | null;
  scope: NonNullable<Decided["scope"]> | null;
};

/** A run as it was decided: a zero-shot run has neither a type nor a scope. */
export function withDecided<T extends Described>(run: T, decided: Decided): T {
  const arm = decided.arm ?? (decided.memoryType || decided.scope ? "memory" : run.arm);
  const hasMemory = arm === "memory";
  return {
    ...run,
    name: decided.name ?? run.name,
    arm,
    memoryType: hasMemory ? (decided.memoryType ?? run.memoryType) : null,
    scope: hasMemory ? (decided.scope ?? run.scope) : null,
  };
}

/** A choice without its grouping, and without what was left open. */
export function decidedOf(choice: RunChoice): Decided {
  const { grouping: _grouping, ...decided } = choice;
  return Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined));
}
