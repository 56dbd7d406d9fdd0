import type { MemoryOutcome } from "../records.ts";

const LABEL = /^\W*(?:(?:final\s+)?(?:verdict|judge?ment|result|answer|outcome)\b\W*(?:is\b\W*)?)?/i;
/** A verdict that stands by itself: what follows it is punctuation or the end. */
const LEADING =
  /^(?:(pass(?:ed)?|true|success(?:ful)?|yes)|fail(?:ed|ure)?|false|unsuccessful|no)\s*(?:[.,;:!)"'*}-]|$)/i;

const PASS = /\b(?:pass|passed|passes|success|successful|succeeded|true)\b/i;
const FAIL = /\b(?:fail|failed|fails|failure|unsuccessful|false)\b/i;
const NEGATION = /\b(?:not|no|none|neither|nothing|never|without|cannot|\w+n['’]t)\b/i;

/**
 * A judge's word on a trial: a boolean, 1 or 0, or a text that says pass or fail. A text that begins with neither and
 * holds both, or a negation, is no verdict: "it did not pass" must not count as passed.
 */
export function readVerdict(value: unknown): MemoryOutcome {
  if (value === true || value === 1) return "passed";
  if (value === false || value === 0) return "failed";
  if (typeof value !== "string") return "unknown";
  const leading = LEADING.exec(value.replace(LABEL, ""));
  if (leading) return leading[1] === undefined ? "failed" : "passed";
  if (NEGATION.test(value) || PASS.test(value) === FAIL.test(value)) return "unknown";
  return PASS.test(value) ? "passed" : "failed";
}
