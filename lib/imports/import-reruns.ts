import type { RootDb } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/client.ts";
import { decideResults, recordResults } from "#lib/reruns/record-results.ts";
import type { RerunResultInput } from "#lib/reruns/schema.ts";
import { hashJson } from "#lib/shared/hash.ts";
import type { PlacedTrial } from "./assembled.ts";
import type { Tally } from "./counts.ts";
import type { RerunRecord } from "./records.ts";

/** A result, or why it is none, with where it was read. */
type Found = { path: string; line: number | null } & (
  | { result: RerunResultInput; fault: null }
  | { result: null; fault: string }
);

type Sources = {
  records: readonly RerunRecord[];
  trials: readonly PlacedTrial[];
  identities: ReadonlyMap<PlacedTrial, string>;
};

/**
 * Counts the results of plans among what was read, as trials.
 * @returns those that are to be written
 */
export async function planRerunResults(
  db: RootDb,
  sources: Sources,
  tally: Tally,
): Promise<RerunResultInput[]> {
  const { records, trials, identities } = sources;
  if (records.length === 0 && trials.length === 0) return [];
  const memories = await memoriesOfPlans(db, records);
  const found = [
    ...records.map((record) => ofRecord(record, memories.get(record.planId) ?? null)),
    ...trials.map((trial) => ofTrial(trial, identities.get(trial) ?? trial.sourcePath)),
  ];
  const refuse = ({ path, line }: Found, reason: string) =>
    tally.problem({ path, line, field: null, reason }, "trials");
  for (const each of found) if (each.fault !== null) refuse(each, each.fault);
  const readable = found.filter((each) => each.result !== null);
  const decisions = await decideResults(
    db,
    readable.map(({ result }) => result),
  );
  decisions.forEach(({ action, reason }, i) => {
    const at = readable[i];
    if (!at) return;
    if (action === "rejected") refuse(at, reason ?? "");
    else tally.count(at.path, "trials", action);
  });
  return decisions.filter(({ action }) => action === "created").map(({ result }) => result);
}

/** Writes results in one transaction: a plan holds a few dozen. */
export async function writeRerunResults(
  db: RootDb,
  results: readonly RerunResultInput[],
  actor: string,
): Promise<void> {
  if (results.length > 0) await inTransaction(db, (tx) => recordResults(tx, results, actor));
}

async function memoriesOfPlans(db: RootDb, records: readonly RerunRecord[]): Promise<Map<string, string[]>> {
  const plans = await db.rerunPlan.findMany({
    where: { id: { in: [...new Set(records.map(({ planId }) => planId))] } },
    select: { id: true, memoryIds: true },
  });
  return new Map(plans.map(({ id, memoryIds }) => [id, memoryIds]));
}

function ofRecord(
  { kind: _kind, path, line, subset: named, identity, ...rest }: RerunRecord,
  memoryIds: string[] | null,
): Found {
  const subset = typeof named === "number" ? named : bitsOf(named, memoryIds ?? []);
  if (subset === null && memoryIds !== null)
    return { path, line, result: null, fault: "The subset names a memory that is not of the plan." };
  const slot = { ...rest, subset: subset ?? 0 };
  // An errored rerun is run again under its own name: both are results.
  const answer = slot.outcome === "passed" || slot.outcome === "failed" ? "answered" : slot.outcome;
  const row = hashJson([slot.planId, slot.subset, slot.repeat, answer]);
  const own = identity === null ? `row:${row}` : `id:${identity}`;
  return { path, line, fault: null, result: { ...slot, identity: own, sourcePath: path } };
}

function bitsOf(ids: readonly string[], memoryIds: readonly string[]): number | null {
  const places = ids.map((id) => memoryIds.indexOf(id));
  return places.includes(-1) ? null : places.reduce((bits, place) => bits | (1 << place), 0);
}

function ofTrial(trial: PlacedTrial, identity: string): Found {
  const { path, rerun, outcome, error, costUsd, inputTokens, outputTokens } = trial;
  const at = { path, line: null };
  if (!rerun || rerun.fault !== null) return { ...at, result: null, fault: rerun?.fault ?? "No rerun." };
  const { planId, subset, repeat } = rerun;
  const { durationMs, startedAt, sourcePath } = trial;
  const spent = { costUsd, inputTokens, outputTokens, durationMs, startedAt };
  return {
    ...at,
    fault: null,
    result: { planId, subset, repeat, outcome, identity, error, ...spent, sourcePath },
  };
}
