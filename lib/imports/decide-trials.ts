import { hashJson } from "#lib/shared/hash.ts";
import type { AssembledTrial } from "./assembled.ts";

/** A trial of the run as the database has it. */
export type StoredTrial = {
  id: string;
  taskKey: string;
  attempt: number;
  sourcePath: string;
  /** null where it was imported before identities were kept. */
  identity: string | null;
  contentHash: string;
  trajectoryHash: string | null;
  retrievalHash: string | null;
};

type Change = "created" | "updated" | "unchanged";

export type TrialDecision = {
  trial: AssembledTrial;
  action: Change;
  /** 1-based index within run and task. */
  attempt: number;
  contentHash: string;
  stored: StoredTrial | null;
  /** null where the import brings none; one that is stored already stays. */
  trajectory: Change | null;
  retrieval: Change | null;
};

/** Identity of a task inside one import: benchmark, name and checksum. */
export function taskKeyOf(task: { benchmark: string; taskName: string; checksum: string }): string {
  return JSON.stringify([task.benchmark, task.taskName, task.checksum]);
}

/** Hash of what a trial's files say of it, apart from trajectory and retrievals, which have their own. */
export function trialHashOf(trial: AssembledTrial): string {
  const {
    path: _path,
    sourcePath: _source,
    identity: _identity,
    trajectory: _trajectory,
    retrieval: _retrieval,
    statement: _text,
    spelledBenchmark,
    ...said
  } = trial;
  return hashJson({ ...said, benchmark: spelledBenchmark ?? said.benchmark });
}

/**
 * Decides which of a run's trials are new, changed or known. A trial is known again by where it came from, else by
 * its identity, else by what it says; a new one gets the next free attempt of its task, in the order given. Pure.
 * @param stored trials of the run for (at least) the tasks of `trials`
 */
export function decideTrials(
  trials: readonly AssembledTrial[],
  stored: readonly StoredTrial[],
): TrialDecision[] {
  const byTask = Map.groupBy(stored, (row) => row.taskKey);
  const taken = new Map([...byTask].map(([key, rows]) => [key, new Set(rows.map((row) => row.attempt))]));
  const claimed = new Set<string>();
  const hashes = trials.map(trialHashOf);
  const claim = (row: StoredTrial | undefined): StoredTrial | null => {
    if (row) claimed.add(row.id);
    return row ?? null;
  };
  const rowsOf = (trial: AssembledTrial) =>
    (byTask.get(taskKeyOf(trial)) ?? []).filter((row) => !claimed.has(row.id));
  const matches = trials.map((trial) =>
    claim(rowsOf(trial).find((row) => row.sourcePath === trial.sourcePath && !isAnother(row, trial))),
  );
  for (const [index, trial] of trials.entries()) {
    matches[index] ??= claim(rowsOf(trial).find((row) => row.identity === trial.identity));
  }
  for (const [index, trial] of trials.entries()) {
    // A moved folder, imported before identities were kept: same content, other path. Only where the start tells trials apart, for verdicts alone repeat.
    if (matches[index] || trial.startedAt === null) continue;
    matches[index] = claim(
      rowsOf(trial).find((row) => row.identity === null && row.contentHash === hashes[index]),
    );
  }
  return trials.map((trial, index) => {
    const match = matches[index] ?? null;
    return decide(trial, hashes[index] ?? "", match, match?.attempt ?? nextFree(taken, taskKeyOf(trial)));
  });
}

/** Two ids of a harness are two trials, also where folders of equal names hold them. */
function isAnother({ identity }: StoredTrial, trial: AssembledTrial): boolean {
  const ids = [identity, trial.identity].filter((known) => known?.startsWith("id:"));
  return ids.length === 2 && ids[0] !== ids[1];
}

function nextFree(taken: Map<string, Set<number>>, key: string): number {
  const used = taken.get(key) ?? new Set<number>();
  taken.set(key, used);
  let attempt = 1;
  while (used.has(attempt)) attempt += 1;
  used.add(attempt);
  return attempt;
}

function decide(
  trial: AssembledTrial,
  contentHash: string,
  stored: StoredTrial | null,
  attempt: number,
): TrialDecision {
  return {
    trial,
    stored,
    attempt,
    contentHash,
    action: stored === null ? "created" : stored.contentHash === contentHash ? "unchanged" : "updated",
    trajectory: changeOf(trial.trajectory?.contentHash, stored?.trajectoryHash),
    retrieval: changeOf(trial.retrieval?.contentHash, stored?.retrievalHash),
  };
}

function changeOf(brought: string | undefined, stored: string | null | undefined): Change | null {
  if (brought === undefined) return null;
  if (stored == null) return "created";
  return stored === brought ? "unchanged" : "updated";
}
