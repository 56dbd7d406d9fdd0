import type { Lifecycle, MemoryOutcome } from "#lib/db/generated/enums.ts";
import type { TypedContent } from "#lib/memories/content.ts";

// The words of this domain:
//   rule      one thing a memory can be blamed for, judged by a pure function
//   finding   one place where one memory breaks one rule
//   span      character range [start, end) in a field of the memory

/** Every rule, with what it looks for and why that is bad for transfer. */
const lintRules = {
  "names-file": "Names a file, which exists in one repository only.",
  "names-identifier": "Names an identifier or a flag, which means nothing in another codebase.",
  "names-version": "Names a version, which goes out of date.",
  "names-error-string": "Quotes an error message, which ties the memory to one failure.",
  "language-specific-command": "Names a command of one language, which misleads in projects in another.",
  "overlaps-task": "Repeats rare words of its task: it restates the task instead of a lesson.",
  "failed-without-warning": "Comes from a failed attempt but contains no warning.",
  "near-duplicate": "Says nearly the same as another memory, so retrieval spends two slots on one lesson.",
  "too-long": "Is long enough to crowd the prompt.",
  expired: "Is active although its validity has ended.",
} as const;
export type LintRule = keyof typeof lintRules;
export const lintRuleNames = Object.keys(lintRules) as LintRule[];

export function isLintRule(name: string): name is LintRule {
  return Object.hasOwn(lintRules, name);
}

export type Severity = "info" | "warning" | "error";

/** One place where a memory breaks a rule. */
export type Finding = {
  rule: LintRule;
  severity: Severity;
  message: string;
  /** As in "content", "steps.0", "title"; fields beside the content by their own name. */
  field: string;
  /** Characters [start, end) of that field. */
  span: [start: number, end: number];
};

/** What the rules look at. */
export type LintSubject = TypedContent & {
  task: string;
  outcome: MemoryOutcome;
  lifecycle: Lifecycle;
  validUntil: Date | null;
};

export type RuleContext = {
  /** The moment that validity is judged at. */
  at: Date;
  /** Whether few tasks of the pool use a word (given in lower case). */
  isRare: (word: string) => boolean;
};
