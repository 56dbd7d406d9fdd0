import type { Comparison } from "./schema.ts";

/** The k whose pass@k is shown: the one asked for, or 1 where no pair has so many attempts on both sides. */
export function shownK({ options: { k }, micro }: Pick<Comparison, "options" | "micro">): number {
  return (micro[String(k)]?.tasks ?? 0) > 0 ? k : 1;
}
