import { waitForAttribution } from "#lib/attribution/wait-for-attribution.ts";
import type { RootDb } from "#lib/db/client.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { getRunCases } from "./run-cases.ts";

/** `waitForAttribution` for runs that may be left out: those of `getRunCases`. Nothing to wait for where there are none. */
export async function waitForCases(
  db: RootDb,
  asked: { base: string | null; candidate: string | null },
  signal: AbortSignal,
): Promise<Result<null>> {
  const found = await getRunCases(db, asked);
  if (!found || found.fit === "current") return ok(null);
  return waitForAttribution(db, { base: found.base.id, candidate: found.candidate.id }, signal);
}
