import { memoriesHref, reviewTag } from "#lib/memories/search-params.ts";
import { counted, inUse } from "./attention-groups.ts";
import type { Attention } from "./schema.ts";

export type OtherItem = { text: string; href: string };

/** What waits beside the five kinds of first rank, as short links; nothing for a count of 0. */
export function otherItems(others: Attention["others"]): OtherItem[] {
  const { expired, missingEmbeddings, staleEmbeddings, pendingDrafts, inReview, lintWarnings } = others;
  const all = [
    {
      count: expired,
      text: `${counted(expired, "active memory", "active memories")} expired`,
      href: memoriesHref("/memories", { lifecycle: ["active"], validity: ["expired"] }),
    },
    {
      count: missingEmbeddings,
      text: `${counted(missingEmbeddings, "memory", "memories")} not embedded`,
      href: "/settings",
    },
    {
      count: staleEmbeddings,
      text: counted(staleEmbeddings, "stale embedding", "stale embeddings"),
      href: "/settings",
    },
    {
      count: pendingDrafts,
      text: counted(pendingDrafts, "undecided draft", "undecided drafts"),
      href: "/regenerate",
    },
    {
      count: inReview,
      text: `${counted(inReview, "memory", "memories")} marked for review`,
      href: memoriesHref("/memories", { tag: [reviewTag], lifecycle: inUse }),
    },
    {
      count: lintWarnings,
      text: `${counted(lintWarnings, "memory", "memories")} with lint warnings`,
      href: memoriesHref("/memories", { severity: ["warning"], lifecycle: inUse }),
    },
  ];
  return all.flatMap(({ count, ...item }) => (count > 0 ? [item] : []));
}
