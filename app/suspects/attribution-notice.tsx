import { AttributionJob } from "#components/suspects/attribution-job.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import type { FitState } from "#lib/attribution/get-attribution.ts";
import { requestAttribution } from "#lib/attribution/request-attribution.ts";

type Props = { found: { base: { id: string }; candidate: { id: string }; fit: FitState } };

/** Asks for cases that are not there or not current, and says so; nothing where they are. */
export async function AttributionNotice({ found: { base, candidate, fit } }: Props) {
  if (fit === "current") return null;
  const pair = { base: base.id, candidate: candidate.id };
  const job = await requestAttribution(requestDb(), pair);
  return job && <AttributionJob fit={fit} pair={pair} job={job} />;
}
