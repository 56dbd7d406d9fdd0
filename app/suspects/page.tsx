import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { requireRow } from "#app/require-row.ts";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { CaseTable } from "#components/suspects/case-table.tsx";
import { FindingsLine } from "#components/suspects/findings-line.tsx";
import { NoRunPair } from "#components/suspects/no-cases.tsx";
import { SuspectsPicker } from "#components/suspects/suspects-picker.tsx";
import { SuspectsTabs } from "#components/suspects/suspects-tabs.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listCases } from "#lib/attribution/cases/list-cases.ts";
import {
  caseHref,
  casePageSize,
  loadSuspectParams,
  type SuspectParams,
  suspectsHref,
} from "#lib/attribution/cases/search-params.ts";
import { listComparableRuns } from "#lib/transfer/queries.ts";
import { AttributionNotice } from "./attribution-notice.tsx";
import { SuspectGroups } from "./suspect-groups.tsx";

export const metadata = { title: "Suspects" };

export default async function SuspectsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadSuspectParams(searchParams);
  await requireRow("Run", params.base, params.cand);
  return (
    <PageBody>
      <Suspense fallback={<Waiting />}>
        <Suspects params={params} />
      </Suspense>
    </PageBody>
  );
}

function Waiting() {
  return (
    <>
      <PageHeader title="Suspects" />
      <SkeletonRows rows={12} label="Looking into the runs" />
    </>
  );
}

async function Suspects({ params }: { params: SuspectParams }) {
  const { base, cand, state, open } = params;
  const [runs, found] = await Promise.all([
    listComparableRuns(requestDb()),
    listCases(requestDb(), { base, candidate: cand, state, open }),
  ]);
  const isChosen = base !== null || cand !== null;
  return (
    <>
      <PageHeader
        title="Suspects"
        purpose="Which memories changed the candidate's outcomes, one case each, worst first. Open a case to read its trials and judge it."
        actions={
          found || isChosen ? (
            <SuspectsPicker
              runs={runs}
              base={found?.base.id ?? base ?? ""}
              candidate={found?.candidate.id ?? cand ?? ""}
            />
          ) : null
        }
      />
      {found ? <Found found={found} params={params} /> : isChosen ? <NotComparable /> : <NoRunPair />}
    </>
  );
}

type FoundProps = { found: NonNullable<Awaited<ReturnType<typeof listCases>>>; params: SuspectParams };

function Found({ found, params }: FoundProps) {
  const { rows, findings, progress, unlinked } = found;
  const runs = { base: found.base.id, cand: found.candidate.id };
  const list = { ...runs, state: params.state, open: params.open };
  const start = casePageSize * (Math.max(1, params.page) - 1);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <SuspectsTabs
        current={params.tab}
        cases={found.fit === "missing" ? null : findings.cases}
        href={(tab) => suspectsHref("/suspects", { ...list, tab })}
      />
      {params.tab === "cases" ? (
        <div className="flex min-w-0 flex-col gap-1.5 [--table-height:max(20rem,calc(100dvh-14.5rem))]">
          <AttributionNotice found={found} />
          {findings.cases > 0 ? <FindingsLine {...{ findings, progress, unlinked }} /> : null}
          {found.fit === "missing" ? null : (
            <CaseTable
              rows={rows.slice(start, start + casePageSize).map((row) => ({
                ...row,
                href: caseHref("/suspects/case", { ...list, memory: row.memoryIds[0] ?? null }),
              }))}
              total={rows.length}
              page={params.page}
              cases={findings.cases}
              unlinked={unlinked}
            />
          )}
        </div>
      ) : (
        <SuspectGroups tab={params.tab} base={found.base.id} candidate={found.candidate.id} />
      )}
    </div>
  );
}

function NotComparable() {
  return (
    <ErrorNotice
      title="These two runs can't be compared"
      message="They share no task, or one of them no longer exists. Choose another baseline or candidate."
    />
  );
}
