import { idsHref } from "#lib/memories/ids-href.ts";
import { memoriesHref, reviewTag } from "#lib/memories/search-params.ts";
import type { Attention } from "./schema.ts";

export type AttentionItem = {
  /** "12 memories have expired" */
  text: string;
  /** What to do about it. */
  advice: string;
  href: string;
  tone: "bad" | "warn" | "info";
};

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** What needs attention as sentences with a place to go, gravest first; nothing for a count of 0. */
export function attentionItems(attention: Attention): AttentionItem[] {
  const all: (AttentionItem & { count: number })[] = [
    {
      count: attention.failedJobs,
      text: `${counted(attention.failedJobs, "job", "jobs")} failed in the last seven days`,
      advice: "Read why, mend it, and start it again.",
      href: "/jobs",
      tone: "bad",
    },
    {
      count: attention.harmful.length,
      text: `${counted(attention.harmful.length, "memory loses", "memories lose")} tasks beyond chance (q ≤ .05)`,
      advice: "Read the tasks lost with it, then edit or deprecate it.",
      href: idsHref(attention.harmful),
      tone: "bad",
    },
    {
      count: attention.lintErrors.length,
      text: `${counted(attention.lintErrors.length, "memory has", "memories have")} lint errors`,
      advice: "Such a memory may do harm when it is retrieved: edit or deprecate it.",
      href: idsHref(attention.lintErrors),
      tone: "bad",
    },
    {
      count: attention.expired,
      text: `${counted(attention.expired, "active memory has", "active memories have")} expired`,
      advice: "Retrieval leaves them out: extend their validity, or deprecate them.",
      href: memoriesHref("/memories", { lifecycle: ["active"], validity: ["expired"] }),
      tone: "warn",
    },
    {
      count: attention.missingEmbeddings,
      text: `${counted(attention.missingEmbeddings, "memory has", "memories have")} no embedding in the active space`,
      advice: "Retrieval cannot find them: embed the pool in Settings.",
      href: "/settings",
      tone: "warn",
    },
    {
      count: attention.staleEmbeddings,
      text: `${counted(attention.staleEmbeddings, "embedding is", "embeddings are")} stale`,
      advice: "The text changed since: retrieval leaves these out until they are embedded anew.",
      href: "/settings",
      tone: "warn",
    },
    {
      count: attention.pendingDrafts,
      text: `${counted(attention.pendingDrafts, "draft waits", "drafts wait")} for a decision`,
      advice: "Accept or reject what the model wrote.",
      href: "/regenerate",
      tone: "info",
    },
    {
      count: attention.inReview,
      text: `${counted(attention.inReview, "memory is", "memories are")} marked for review`,
      advice: `Keep, edit or deprecate each, then take the tag "${reviewTag}" off.`,
      href: memoriesHref("/memories", { tag: [reviewTag], lifecycle: ["active", "candidate"] }),
      tone: "info",
    },
    {
      count: attention.lintWarnings.length,
      text: `${counted(attention.lintWarnings.length, "memory has", "memories have")} lint warnings`,
      advice: "Worth a look when you next edit them.",
      href: idsHref(attention.lintWarnings),
      tone: "info",
    },
  ];
  return all.filter((item) => item.count > 0).map(({ count: _count, ...item }) => item);
}
