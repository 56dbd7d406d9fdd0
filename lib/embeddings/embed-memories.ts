import type { Db } from "#lib/db/client.ts";
import { type EmbeddingSpace, type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import { parseContent } from "#lib/memories/content.ts";
import {
  type EmbeddedTextSetting,
  embeddedTextOf,
  getEmbeddedTextSetting,
} from "#lib/memories/embedded-text.ts";
import { sha256 } from "#lib/shared/hash.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { providerOf } from "./provider-of.ts";
import { ensureActiveSpace, spaceName } from "./spaces.ts";
import { type EmbeddingWrite, writeEmbeddings } from "./write-embeddings.ts";

export type EmbedReport = {
  space: string;
  embedded: number;
  /** Were marked stale, but their text is what it was. */
  unchanged: number;
  failures: { memoryId: string; reason: string }[];
};

export type EmbedHooks = {
  /** Aborting throws `signal.reason`; what was written stays. */
  signal?: AbortSignal;
  progress?: (share: number, stage: string) => void;
  /** Default: what the space needs, with the environment's key. */
  provider?: EmbeddingProvider;
};

const pageSize = 250;

type Waiting = {
  id: string;
  type: MemoryType;
  task: string;
  content: unknown;
  contentHash: string;
  textHash: string | null;
};

/**
 * Embeds the memories that have no vector, or only one of an older text, in a space (the active one by default).
 * Equal texts are sent once. Work is written page by page, so a cancelled or failed run loses at most one page.
 * @returns "unavailable" when the provider is: no key, no server
 */
export async function embedMemories(
  db: Db,
  hooks: EmbedHooks = {},
  space?: EmbeddingSpace,
): Promise<Result<EmbedReport>> {
  const target = space ?? (await ensureActiveSpace(db));
  const provider: Result<EmbeddingProvider> = hooks.provider ? ok(hooks.provider) : providerOf(target);
  const setting = await getEmbeddedTextSetting(db);
  const total = await countWaiting(db, target.id);
  const report: EmbedReport = { space: spaceName(target), embedded: 0, unchanged: 0, failures: [] };
  if (total === 0) return ok(report);
  if (!provider.ok) return provider;
  let after = "00000000-0000-0000-0000-000000000000";
  for (let seen = 0; ; ) {
    hooks.signal?.throwIfAborted();
    const page = await listWaiting(db, target.id, setting, after);
    if (page.length === 0) return ok(report);
    const written = await embedPage(db, target, provider.value, setting, page, report, hooks.signal);
    if (!written.ok) return written;
    seen += page.length;
    after = page.at(-1)?.id ?? after;
    hooks.progress?.(Math.min(1, seen / total), `Embedded ${Math.min(seen, total)} of ${total} memories`);
  }
}

/** How many memories have no vector of their present text in a space. */
export async function countWaiting(db: Db, spaceId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Memory" m
    LEFT JOIN "Embedding" e ON e."memoryId" = m."id" AND e."spaceId" = ${spaceId}::uuid
    WHERE e."memoryId" IS NULL OR e."stale"`;
  return rows[0]?.count ?? 0;
}

/** Content comes along only where it is embedded: a page of whole trajectories can be hundreds of megabytes. */
function listWaiting(
  db: Db,
  spaceId: string,
  setting: EmbeddedTextSetting,
  after: string,
): Promise<Waiting[]> {
  const byTask = Object.entries(setting).flatMap(([type, field]) => (field === "task" ? [type] : []));
  return db.$queryRaw<Waiting[]>`
    SELECT m."id", m."type"::text AS type, m."task", m."contentHash", CASE WHEN m."type"::text = ANY(${byTask}::text[]) THEN NULL ELSE m."content" END AS content, e."textHash" FROM "Memory" m
    LEFT JOIN "Embedding" e ON e."memoryId" = m."id" AND e."spaceId" = ${spaceId}::uuid
    WHERE (e."memoryId" IS NULL OR e."stale") AND m."id" > ${after}::uuid
    ORDER BY m."id" LIMIT ${pageSize}`;
}

async function embedPage(
  db: Db,
  space: EmbeddingSpace,
  provider: EmbeddingProvider,
  setting: EmbeddedTextSetting,
  page: readonly Waiting[],
  report: EmbedReport,
  signal: AbortSignal | undefined,
): Promise<Result<null>> {
  const texts = page.map((memory) => textOf(memory, setting));
  const hashes = texts.map((text) => sha256(text));
  const changed = page.map((_, i) => i).filter((i) => page[i]?.textHash !== hashes[i]);
  const unchanged = page.filter((memory, i) => memory.textHash === hashes[i]);
  await freshen(db, space.id, unchanged);
  report.unchanged += unchanged.length;
  const distinct = [...new Map(changed.map((i) => [hashes[i] as string, texts[i] as string]))];
  const sent = distinct.map(([, text]) => text);
  const reply = await provider.embed(sent, signal ? { signal } : {});
  if (!reply.ok) return reply;
  const vectors = new Map(distinct.map(([hash], at) => [hash, reply.value.vectors[at] ?? null]));
  const reasons = new Map(reply.value.failures.map(({ index, reason }) => [distinct[index]?.[0], reason]));
  const writes: EmbeddingWrite[] = [];
  for (const i of changed) {
    const memory = page[i] as Waiting;
    const textHash = hashes[i] as string;
    const vector = vectors.get(textHash);
    const misfit =
      vector && vector.length !== space.dimensions
        ? `the vector has ${vector.length} numbers, not ${space.dimensions}`
        : null;
    if (vector && !misfit)
      writes.push({ memoryId: memory.id, textHash, contentHash: memory.contentHash, vector });
    else
      report.failures.push({
        memoryId: memory.id,
        reason: misfit ?? reasons.get(textHash) ?? "no vector came back",
      });
  }
  await writeEmbeddings(db, space, writes);
  report.embedded += writes.length;
  return ok(null);
}

function textOf({ type, content, task }: Waiting, setting: EmbeddedTextSetting): string {
  return setting[type] === "task" ? task : embeddedTextOf(parseContent(type, content), task, setting);
}

/** Takes the stale mark off vectors whose text is what it was, unless the memory changed since it was read. */
async function freshen(db: Db, spaceId: string, memories: readonly Waiting[]): Promise<void> {
  if (memories.length === 0) return;
  const ids = memories.map(({ id }) => id);
  const hashes = memories.map(({ contentHash }) => contentHash);
  await db.$executeRaw(Prisma.sql`
    UPDATE "Embedding" e SET "stale" = false
    FROM unnest(${ids}::text[], ${hashes}::text[]) AS x (id, content_hash)
    JOIN "Memory" m ON m."id" = x.id::uuid AND m."contentHash" = x.content_hash
    WHERE e."memoryId" = m."id" AND e."spaceId" = ${spaceId}::uuid`);
}
