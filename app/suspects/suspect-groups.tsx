import { NoRetrievals } from "#components/suspects/no-cases.tsx";
import { SourceTargetEffects } from "#components/suspects/source-target-effects.tsx";
import { TypeEffects } from "#components/suspects/type-effects.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getRunCases } from "#lib/attribution/cases/run-cases.ts";
import { listSourceTargets, listTypeEffects } from "#lib/attribution/group-effect-queries.ts";

type Props = { tab: "benchmarks" | "types"; base: string; candidate: string };

/** The effects of groups of memories; only the open part's are computed. */
export async function SuspectGroups({ tab, base, candidate }: Props) {
  const db = requestDb();
  const found = await getRunCases(db, { base, candidate });
  if (!found) return null;
  if (found.shown.every(({ memoryId }) => memoryId === null))
    return <NoRetrievals unlinked={found.unlinked} />;
  return tab === "benchmarks" ? (
    <SourceTargetEffects cells={await listSourceTargets(db, found)} />
  ) : (
    <TypeEffects rows={await listTypeEffects(db, base)} />
  );
}
