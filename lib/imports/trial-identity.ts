import { basename } from "node:path/posix";
import { hashJson } from "#lib/shared/hash.ts";
import { sourceOf } from "./assemble-harbor.ts";
import type { PlacedTrial } from "./assembled.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What each trial is known by, wherever its files lie: the id its harness gave it; without one the moment it started,
 * with what was measured and where it lies inside its run; without that moment the whole of its run's folder, for
 * verdicts alone repeat between runs that have nothing to do with each other.
 */
export function identitiesOf(trials: readonly PlacedTrial[]): Map<PlacedTrial, string> {
  const identities = new Map<PlacedTrial, string>();
  const undated = trials.filter((trial) => {
    const known = ownIdentity(trial);
    if (known !== null) identities.set(trial, known);
    return known === null;
  });
  for (const [folder, members] of Map.groupBy(undated, (trial) => trial.runFolder)) {
    const said = new Map(members.map((trial) => [trial, saidBy(trial)]));
    const whole = hashJson([basename(folder), [...said.values()].sort()]);
    for (const [trial, one] of said) identities.set(trial, `whole:${hashJson([whole, one])}`);
  }
  return identities;
}

function ownIdentity(trial: PlacedTrial): string | null {
  if (trial.sourceId !== null && UUID.test(trial.sourceId)) return `id:${trial.sourceId.toLowerCase()}`;
  if (trial.startedAt === null) return null;
  return `start:${hashJson([trial.sourceId, trial.startedAt, trial.durationMs, measuredBy(trial)])}`;
}

function saidBy(trial: PlacedTrial): string {
  return hashJson([trial.outcome, trial.reward, trial.error, measuredBy(trial)]);
}

function measuredBy(trial: PlacedTrial): unknown[] {
  const { taskName, checksum, costUsd, inputTokens, outputTokens, trajectory } = trial;
  return [
    insideOf(trial),
    taskName,
    checksum,
    costUsd,
    inputTokens,
    outputTokens,
    trajectory?.contentHash ?? null,
  ];
}

/** Where the trial lies below its run's folder, of which a source path names the last two folders. */
function insideOf({ sourcePath, runFolder }: PlacedTrial): string {
  return sourcePath.slice(sourceOf(runFolder).length + 1);
}
