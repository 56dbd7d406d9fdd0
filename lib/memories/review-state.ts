import type { Lifecycle } from "#lib/db/generated/enums.ts";
import { type ReviewState, reviewTag } from "./search-params.ts";

/** Verdicts that make an active memory a suspect. */
export const suspectVerdicts = ["harmful", "suspected"];

type Reviewed = { lifecycle: Lifecycle; tags: readonly string[] };

/** The state of review of a memory; `verdict` is what runs say of it, null where none tells. */
export function reviewState({ lifecycle, tags }: Reviewed, verdict: string | null): ReviewState {
  if (lifecycle === "deprecated") return "deprecated";
  if (tags.includes(reviewTag)) return "marked";
  if (lifecycle === "candidate") return "candidate";
  return verdict !== null && suspectVerdicts.includes(verdict) ? "suspect" : "active";
}
