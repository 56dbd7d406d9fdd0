import type { RootDb } from "#lib/db/client.ts";
import { getEmbeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { listComparable, listNearPairs } from "./lint-sql.ts";
import type { Finding } from "./schema.ts";

const duplicateSimilarity = 0.95;
const pageSize = 100;

export type DuplicateFinding = Finding & { memoryId: string; otherId: string };

type Options = {
  /** Only pairs with one of these on the first side. */
  ids?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
};

/**
 * Pairs of memories of one type that are nearer than a cosine of 0.95 in the active space, exact; each
 * pair is found from both sides. Deprecated memories and stale vectors are left out, and so are types
 * of which only the task is embedded: their vectors say nothing of the memory.
 */
export async function findNearDuplicates(db: RootDb, options: Options = {}): Promise<DuplicateFinding[]> {
  const setting = await getEmbeddedTextSetting(db);
  const types = Object.entries(setting).flatMap(([type, field]) => (field === "task" ? [] : [type]));
  const subjects = await listComparable(db, types, options.ids);
  const findings: DuplicateFinding[] = [];
  for (let start = 0; start < subjects.length; start += pageSize) {
    await yieldToEventLoop(options.signal);
    const page = subjects.slice(start, start + pageSize).map((row) => row.id);
    for (const finding of await findPairs(db, page)) findings.push(finding);
    options.onProgress?.(Math.min(1, (start + pageSize) / subjects.length));
  }
  return findings;
}

async function findPairs(db: RootDb, ids: readonly string[]): Promise<DuplicateFinding[]> {
  const pairs = await listNearPairs(db, ids, 1 - duplicateSimilarity);
  return pairs.map(({ memoryId, otherId, otherTitle, similarity }) => ({
    memoryId,
    otherId,
    rule: "near-duplicate",
    severity: "warning",
    message: `Nearly the same as "${otherTitle}" (${otherId}), similarity ${similarity.toFixed(3)}. Keep one and deprecate the other.`,
    field: "title",
    span: [0, 0],
  }));
}
