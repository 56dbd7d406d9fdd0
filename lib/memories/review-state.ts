import { Prisma } from "#lib/db/generated/client.ts";
import type { Lifecycle } from "#lib/db/generated/enums.ts";
import { type ReviewState, reviewTag } from "./search-params.ts";

/** Verdicts that make an active memory a suspect. */
const suspectVerdicts = ["harmful", "suspected"];

type Reviewed = { lifecycle: Lifecycle; tags: readonly string[] };

/** The state of review of a memory; `verdict` is what runs say of it, null where none tells. */
export function reviewState({ lifecycle, tags }: Reviewed, verdict: string | null): ReviewState {
  if (lifecycle === "deprecated") return "deprecated";
  if (tags.includes(reviewTag)) return "marked";
  if (lifecycle === "candidate") return "candidate";
  return verdict !== null && suspectVerdicts.includes(verdict) ? "suspect" : "active";
}

/** The same of "Memory" m, as text. */
export const reviewSql = Prisma.sql`(CASE WHEN m."lifecycle" = 'deprecated' THEN 'deprecated'
  WHEN ${reviewTag} = ANY(m."tags") THEN 'marked' WHEN m."lifecycle" = 'candidate' THEN 'candidate'
  WHEN EXISTS (SELECT FROM "MemoryEffect" told WHERE told."memoryId" = m."id"
    AND told."verdict" = ANY(${suspectVerdicts})) THEN 'suspect' ELSE 'active' END)`;
