import type { Db } from "#lib/db/client.ts";
import type { EmbeddingSpace } from "#lib/db/generated/client.ts";
import { parseContent } from "#lib/memories/content.ts";
import { type EmbeddedTextSetting, embeddedTextOf } from "#lib/memories/embedded-text.ts";
import { sha256 } from "#lib/shared/hash.ts";
import { type Failure, ok, type Result } from "#lib/shared/result.ts";
import { type EmbeddingWrite, markFresh, type Waiting } from "./embeddings-sql.ts";
import type { EmbeddingProvider, EmbedReply } from "./provider.ts";
import { writeEmbeddings } from "./write-embeddings.ts";

export type PageReport = {
  embedded: number;
  unchanged: number;
  /** How many different texts were to be embedded. */
  sent: number;
  failures: { memoryId: string; reason: string }[];
  /** Why the rest of the page was not asked for; what arrived before is written. */
  stopped: Failure | null;
};

type Job = { memory: Waiting; text: string; textHash: string };

/** Embeds some memories in one space and writes their vectors; equal texts are sent once. */
export async function embedPage(
  db: Db,
  space: EmbeddingSpace,
  provider: EmbeddingProvider,
  setting: EmbeddedTextSetting,
  page: readonly Waiting[],
  signal?: AbortSignal,
): Promise<Result<PageReport>> {
  const { jobs, failures } = readTexts(page, setting);
  const unchanged = jobs.filter(({ memory, textHash }) => memory.textHash === textHash);
  const changed = jobs.filter(({ memory, textHash }) => memory.textHash !== textHash);
  await markFresh(
    db,
    space.id,
    unchanged.map(({ memory }) => memory),
  );
  const distinct = new Map(changed.map(({ textHash, text }) => [textHash, text]));
  const reply = await provider.embed([...distinct.values()], signal ? { signal } : {});
  if (!reply.ok) return reply;
  const answers = readAnswers([...distinct.keys()], reply.value, space.dimensions);
  const writes: EmbeddingWrite[] = [];
  for (const { memory, textHash } of changed) {
    const answer = answers.get(textHash);
    if (answer instanceof Float32Array) {
      writes.push({ memoryId: memory.id, textHash, contentHash: memory.contentHash, vector: answer });
    } else if (answer) failures.push({ memoryId: memory.id, reason: answer });
    else if (!reply.value.stopped) failures.push({ memoryId: memory.id, reason: "no vector came back" });
  }
  await writeEmbeddings(db, space, writes);
  const { stopped } = reply.value;
  return ok({
    embedded: writes.length,
    unchanged: unchanged.length,
    sent: distinct.size,
    failures,
    stopped,
  });
}

/** The text of each memory; one whose content can't be read is a failure of its own and stops nothing. */
function readTexts(
  page: readonly Waiting[],
  setting: EmbeddedTextSetting,
): { jobs: Job[]; failures: PageReport["failures"] } {
  const jobs: Job[] = [];
  const failures: PageReport["failures"] = [];
  for (const memory of page) {
    try {
      const text = textOf(memory, setting);
      jobs.push({ memory, text, textHash: sha256(text) });
    } catch {
      failures.push({ memoryId: memory.id, reason: `its content does not fit its type (${memory.type})` });
    }
  }
  return { jobs, failures };
}

function textOf({ type, content, task }: Waiting, setting: EmbeddedTextSetting): string {
  return setting[type] === "task" ? task : embeddedTextOf(parseContent(type, content), task, setting);
}

/** By text hash: the vector, or why there is none. */
function readAnswers(
  textHashes: string[],
  reply: EmbedReply,
  dimensions: number,
): Map<string, Float32Array | string> {
  const answers = new Map<string, Float32Array | string>();
  textHashes.forEach((textHash, i) => {
    const vector = reply.vectors[i];
    if (!vector) return;
    const fits = vector.length === dimensions;
    answers.set(textHash, fits ? vector : `the vector has ${vector.length} numbers, not ${dimensions}`);
  });
  for (const { index, reason } of reply.failures) answers.set(textHashes[index] ?? "", reason);
  return answers;
}
