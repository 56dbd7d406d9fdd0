import { type FileReport, NOUNS } from "#lib/imports/schema.ts";

const actions = ["created", "updated", "unchanged", "rejected"] as const;
const words = { created: "new", updated: "changed", unchanged: "unchanged", rejected: "rejected" };

/** The counts of a file in words, "" for none: `memories: 193 new, 2 rejected; trials: 1 unchanged`. */
export function countsOfFile({ counts }: Pick<FileReport, "counts">): string {
  // Lists that an earlier version wrote know of no vectors.
  return NOUNS.filter((noun) => noun in counts)
    .map((noun) => {
      const parts = actions
        .filter((action) => counts[noun][action] > 0)
        .map((action) => `${counts[noun][action].toLocaleString("en")} ${words[action]}`);
      return parts.length === 0 ? "" : `${noun}: ${parts.join(", ")}`;
    })
    .filter((text) => text !== "")
    .join("; ");
}
