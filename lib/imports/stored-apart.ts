import type { Db } from "#lib/db/client.ts";
import type { PlacedTrial } from "./assembled.ts";
import type { ProposedGroup } from "./group-runs.ts";

/** Trials of a folder that are looked for: one would do, but it may have been refused. */
const ASKED = 5;

/**
 * Proposed groups whose folders are stored in several runs, because a person decided so: an import that says nothing
 * keeps to it, wherever the folders lie by now, and what they have gained since goes to the run of its folder.
 */
export async function findStoredApart(
  db: Db,
  groups: readonly ProposedGroup[],
  identities: ReadonlyMap<PlacedTrial, string>,
): Promise<Set<string>> {
  const apart = new Set<string>();
  for (const { key, members, folders } of groups) {
    if (folders.length < 2 || key.startsWith("named:")) continue;
    const asked = [...Map.groupBy(members, (trial) => trial.runFolder).values()].flatMap((trials) =>
      trials.slice(0, ASKED).map((trial) => identities.get(trial) ?? ""),
    );
    const stored = await db.trial.groupBy({ by: ["runId"], where: { identity: { in: asked } } });
    if (stored.length > 1) apart.add(key);
  }
  return apart;
}
