import type { RootDb } from "#lib/db/client.ts";
import { parseContent, plainTextOf } from "#lib/memories/content.ts";
import type { DuplicateFinding } from "./near-duplicates.ts";
import { findSharedWords } from "./shared-words.ts";

/**
 * Pairs of memories of one type that say nearly the same in nearly the same words, whatever their
 * titles and whatever the embedding space; each pair is found from both sides. Deprecated memories are
 * left out, and so are trajectories: attempts at one task share their commands by nature.
 * @param ids only pairs with one of these on the first side
 */
export async function findRewordings(
  db: RootDb,
  ids?: readonly string[],
  signal?: AbortSignal,
): Promise<DuplicateFinding[]> {
  const memories = await db.memory.findMany({
    where: { lifecycle: { not: "deprecated" }, type: { not: "trajectory" } },
    orderBy: { id: "asc" },
    select: { id: true, type: true, title: true, content: true },
  });
  const wanted = ids && new Set(ids);
  const byType = Map.groupBy(memories, (memory) => memory.type);
  const findings: DuplicateFinding[] = [];
  for (const group of byType.values()) {
    const texts = group.map((memory) => ({
      id: memory,
      text: plainTextOf(parseContent(memory.type, memory.content)),
    }));
    for (const { a, b, jaccard } of await findSharedWords(texts, signal)) {
      findings.push(findingOf(a.id, b, jaccard), findingOf(b.id, a, jaccard));
    }
  }
  return findings.filter((finding) => !wanted || wanted.has(finding.memoryId));
}

function findingOf(
  memoryId: string,
  other: { id: string; title: string },
  jaccard: number,
): DuplicateFinding {
  const share = Math.floor(jaccard * 100);
  return {
    memoryId,
    otherId: other.id,
    rule: "near-duplicate",
    severity: "warning",
    message: `Says nearly the same as "${other.title}" (${other.id}): they share ${share}% of their words. Keep one and deprecate the other.`,
    field: "title",
    span: [0, 0],
  };
}
