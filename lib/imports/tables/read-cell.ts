import type { Outcome } from "../records.ts";

/** What a cell says, as text: numbers and booleans as they are written, "" for nothing. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell).trim();
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number that a cell says, null for none; a dollar sign before it and commas between thousands don't count. */
export function cellNumber(cell: unknown): number | null {
  const text = cellText(cell)
    .replace(/^\$/, "")
    .replace(/,(?=\d{3}(?:\D|$))/g, "");
  return NUMBER.test(text) ? Number(text) : null;
}

const WORDS: Record<Outcome, RegExp> = {
  passed:
    /^(?:pass|passed|true|yes|y|success|successful|succeeded|solved|resolved|correct|ok|won|1(?:\.0+)?)$/i,
  failed:
    /^(?:fail|failed|false|no|n|failure|unsuccessful|unsolved|unresolved|not[ _-]resolved|incorrect|wrong|lost|0(?:\.0+)?)$/i,
  errored:
    /^(?:error|errored|exception|crash|crashed|time[ _-]?out|timed[ _-]out|aborted|cancell?ed|infra[ _-]error)$/i,
  missing: /^(?:|null|none|nan|n\/?a|missing|unknown|pending|skipped|-)$/i,
};

/** The outcome that a cell names in a word, or as 1 or 0; null for anything else. */
export function cellOutcome(cell: unknown): Outcome | null {
  const text = cellText(cell);
  const found = Object.entries(WORDS).find(([, pattern]) => pattern.test(text));
  return found ? (found[0] as Outcome) : null;
}
