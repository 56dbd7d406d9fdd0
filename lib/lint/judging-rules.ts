import { describeValidityEnd } from "#lib/memories/validity-day.ts";
import type { Finding, LintSubject, RuleContext } from "./schema.ts";
import { textFieldsOf } from "./text-fields.ts";

const warning =
  /\b(?:avoid|beware|broke|careful|caution|cost|danger|don't|doesn't|ended without|fail(?:s|ed|ure)?|forg[eo]t\w*|harm\w*|instead|lost|miss(?:es|ed)|mistakes?|never|no longer|not|overlook\w*|pitfall|rather than|risk\w*|shouldn't|trap|unless|warn(?:s|ing)?|wasted?|watch out|wrong)\b/i;
/** Distinct rare words of the task from which on an insight retells it. */
const retelling = 5;

/** Longest text of each field in characters, and most steps of a workflow; about what a prompt can carry. */
const limits: Record<string, number> = {
  title: 120,
  description: 400,
  content: 1500,
  goal: 300,
  taskSummary: 1500,
  experience: 3000,
};
const mostSteps = 25;

/** An insight that repeats words of its task which few other tasks use. */
export function overlapsTask(memory: LintSubject, { isRare }: RuleContext): Finding[] {
  if (memory.type !== "insight") return [];
  const rare = new Set(wordsOf(memory.task).filter(isRare));
  const repeated = new Map<string, { field: string; span: [number, number] }>();
  for (const { field, text } of textFieldsOf(memory)) {
    // Lowered word by word: some letters grow in lower case, and would move what comes after them.
    for (const { 0: written, index } of text.matchAll(wordPattern)) {
      const word = written.toLowerCase();
      if (!rare.has(word) || repeated.has(word)) continue;
      repeated.set(word, { field, span: [index, index + written.length] });
    }
  }
  const first = repeated.values().next().value;
  if (!first || repeated.size < retelling) return [];
  const words = [...repeated.keys()].slice(0, 8).join(", ");
  const message = `Repeats ${repeated.size} rare words of its task: ${words}. State the lesson without them.`;
  return [{ rule: "overlaps-task", severity: "warning", message, ...first }];
}

const wordPattern = /[\p{L}\p{N}_]{5,}/gu;

/** The words of a text that are long enough to mean something, in lower case. */
export function wordsOf(text: string): string[] {
  return (text.match(wordPattern) ?? []).map((word) => word.toLowerCase());
}

/** A lesson of a failed attempt that reads as if it had worked. */
export function failedWithoutWarning(memory: LintSubject): Finding[] {
  if (memory.outcome !== "failed" || memory.type === "trajectory") return [];
  const fields = textFieldsOf(memory);
  const first = fields[0];
  if (!first || fields.some(({ text }) => warning.test(text))) return [];
  const message =
    "Comes from a failed attempt but contains no warning. Say what went wrong, or what to do instead.";
  const span: [number, number] = [0, first.text.length];
  return [{ rule: "failed-without-warning", severity: "warning", message, field: first.field, span }];
}

/** Texts that crowd the prompt. */
export function tooLong(memory: LintSubject): Finding[] {
  if (memory.type === "trajectory") return [];
  const long = textFieldsOf(memory).flatMap(({ field, text }): Finding[] => {
    const limit = limits[field];
    if (limit === undefined || text.length <= limit) return [];
    const message = `${text.length} characters; ${limit} is the limit.`;
    return [{ rule: "too-long", severity: "info", message, field, span: [limit, text.length] }];
  });
  if (memory.type !== "workflow" || memory.content.steps.length <= mostSteps) return long;
  const { steps } = memory.content;
  const field = `steps.${mostSteps}`;
  const message = `${steps.length} steps; ${mostSteps} is the limit. Split it.`;
  return [
    ...long,
    { rule: "too-long", severity: "info", message, field, span: [0, steps[mostSteps]?.length ?? 0] },
  ];
}

/** Active, yet past its end: retrieval leaves it out without anybody having decided on it. */
export function expired(memory: LintSubject, { at }: RuleContext): Finding[] {
  if (memory.lifecycle !== "active" || !memory.validUntil || memory.validUntil > at) return [];
  const message = `Valid until ${describeValidityEnd(memory.validUntil)} and still active. Deprecate it, or set a later date.`;
  return [{ rule: "expired", severity: "warning", message, field: "validUntil", span: [0, 0] }];
}
