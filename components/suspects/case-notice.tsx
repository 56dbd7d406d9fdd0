import Link from "next/link";
import { Callout } from "#components/ui/callout.tsx";
import { describeCaseEffect, notAloneWarning } from "#lib/attribution/cases/describe-case.ts";
import type { CaseDetail } from "#lib/attribution/cases/schema.ts";
import { caseHref } from "#lib/attribution/cases/search-params.ts";

/** On which case a memory is edited: its evidence goes with the revision. */
export function CaseNotice({ detail: { base, candidate, case: row } }: { detail: CaseDetail }) {
  const href = caseHref("/suspects/case", {
    base: base.id,
    cand: candidate.id,
    memory: row.memoryIds[0] ?? null,
  });
  return (
    <Callout>
      <p>
        Saved with the revision as its evidence:{" "}
        <Link className="link" href={href}>
          its case
        </Link>{" "}
        in {candidate.name} against {base.name}, {describeCaseEffect(row)}.{" "}
        {notAloneWarning(row, row.memoryIds.length)}
      </p>
    </Callout>
  );
}
