import type { Db } from "#lib/db/client.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { usesEmbeddingServer } from "./embed-request.ts";
import type { RetrievalRequest } from "./schema.ts";

/** What a reading request may not do: a chat model is asked by a button or a POST only. */
export const postRequiredMessage =
  "Rerank and rewrite ask a chat model, which may cost money: send them as POST, with a JSON body.";

const otherSite =
  "A page of another site may not ask the embedding server of this one. Open the page yourself, then press Preview.";

type Headers = { get(name: string): string | null };

/**
 * Why a preview is not made for a GET; null when it is. A link or picture of any site can cause a GET, so it asks no
 * chat model, and the embedding server only when the browser says that the request comes from a page of ours or from
 * the address bar. A tool that sends no such header is let through: it is no browser.
 */
export async function unsafeGetReason(
  db: Db,
  request: RetrievalRequest,
  headers: Headers,
  env: Env = readEnv(),
): Promise<string | null> {
  if (request.method && request.method !== "embedding") return postRequiredMessage;
  const site = headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return null;
  return (await usesEmbeddingServer(db, env)) ? otherSite : null;
}
