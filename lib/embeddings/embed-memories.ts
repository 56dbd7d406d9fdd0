import type { Db } from "#lib/db/client.ts";
import type { EmbeddingSpace } from "#lib/db/generated/client.ts";
import { getEmbeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { err, type Failure, ok, type Result } from "#lib/shared/result.ts";
import { embedPage } from "./embed-page.ts";
import { listWaiting } from "./embeddings-sql.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { providerOf } from "./provider-of.ts";
import { ensureActiveSpace, spaceName } from "./spaces.ts";

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

/**
 * Embeds the memories that have no vector, or only one of an older text, in a space (the active one by default).
 * Equal texts are sent once. Work is written page by page: a canceled run loses at most one page, a failed one nothing
 * that arrived.
 * @returns "unavailable" when the provider is (no key, no server, answers of no use), or when not one of the texts sent
 * could be embedded; it stops after the first page of such
 */
export async function embedMemories(
  db: Db,
  hooks: EmbedHooks = {},
  space?: EmbeddingSpace,
): Promise<Result<EmbedReport>> {
  const target = space ?? (await ensureActiveSpace(db));
  const provider: Result<EmbeddingProvider> = hooks.provider ? ok(hooks.provider) : providerOf(target);
  const total = await countWaiting(db, target.id);
  const report: EmbedReport = { space: spaceName(target), embedded: 0, unchanged: 0, failures: [] };
  if (total === 0) return ok(report);
  if (!provider.ok) return provider;
  let after = "00000000-0000-0000-0000-000000000000";
  for (let [seen, sent] = [0, 0]; ; ) {
    hooks.signal?.throwIfAborted();
    // Read for each page: whoever changes it while this runs wants the rest embedded by the new one.
    const setting = await getEmbeddedTextSetting(db);
    const page = await listWaiting(db, target.id, setting, after);
    if (page.length === 0) return ok(report);
    const done = await embedPage(db, target, provider.value, setting, page, hooks.signal);
    if (!done.ok) return stoppedAt(done.error, report);
    report.embedded += done.value.embedded;
    report.unchanged += done.value.unchanged;
    report.failures.push(...done.value.failures);
    sent += done.value.sent;
    if (done.value.stopped) return stoppedAt(done.value.stopped, report);
    if (sent > 0 && report.embedded + report.unchanged === 0) {
      return allFailed(sent, report.failures.at(-1)?.reason ?? "no vector came back");
    }
    seen += page.length;
    after = page.at(-1)?.id ?? after;
    hooks.progress?.(Math.min(1, seen / total), `Embedded ${Math.min(seen, total)} of ${total} memories`);
  }
}

/** The failure that ended a run, with what it came to before. */
function stoppedAt({ code, message }: Failure, { embedded }: EmbedReport): Result<never> {
  if (embedded === 0) return err(code, message);
  const memories = `${embedded.toLocaleString("en")} ${embedded === 1 ? "memory was" : "memories were"}`;
  return err(code, `${message} ${memories} embedded before that and stay so: run it again for the rest.`);
}

function allFailed(sent: number, reason: string): Result<never> {
  const texts = sent === 1 ? "The text that was sent" : `None of the ${sent.toLocaleString("en")} texts sent`;
  const could = sent === 1 ? "could not be embedded" : "could be embedded";
  return err(
    "unavailable",
    `${texts} ${could} (${reason}). Check OPENAI_BASE_URL and the model, then run it again.`,
  );
}

/** How many memories have no vector of their present text in a space. */
export function countWaiting(db: Db, spaceId: string): Promise<number> {
  return db.memory.count({ where: { embeddings: { none: { spaceId, stale: false } } } });
}
