import Link from "next/link";
import { Suspense } from "react";
import { PredictorsTable } from "#components/predictors/predictors-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getPredictors } from "#lib/predictors/queries.ts";

export const metadata = { title: "Predictors" };

const purpose =
  "Whether anything known of a memory beforehand foretells its measured effect. AUC: the chance that a memory below the median effect has the higher value; .5 is chance. q: Benjamini-Hochberg over all predictors shown.";

export default function PredictorsPage() {
  return (
    <PageBody>
      <PageHeader title="Predictors of harm" purpose={purpose} />
      <Suspense fallback={<SkeletonRows rows={12} label="Judging predictors" />}>
        <Predictors />
      </Suspense>
    </PageBody>
  );
}

async function Predictors() {
  const report = await getPredictors(requestDb());
  if (report.memories > 0) return <PredictorsTable report={report} />;
  return (
    <EmptyState
      title="No measured effects yet"
      command="npx carryover import PATH --arm memory"
      actions={
        <Button asChild variant="primary">
          <Link href="/import">Import runs</Link>
        </Button>
      }
    >
      An effect needs a run with memory and a zero-shot run of the same tasks, with the retrievals of each
      trial.
    </EmptyState>
  );
}
