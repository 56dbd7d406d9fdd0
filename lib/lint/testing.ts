import type { LintSubject } from "./schema.ts";

/** For tests: an active insight of a passed trial that says what is given. */
export function insight(content: string, change: Partial<LintSubject> = {}): LintSubject {
  return {
    type: "insight",
    content: { title: "Check first", description: "Before an edit", content },
    task: "Fix it",
    outcome: "passed",
    lifecycle: "active",
    validUntil: null,
    ...change,
  } as LintSubject;
}
