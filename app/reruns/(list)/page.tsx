import { PlansTable } from "#components/reruns/plans-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listPlans } from "#lib/reruns/queries.ts";

export const metadata = { title: "Reruns" };

export default async function RerunsPage() {
  const plans = await listPlans(requestDb());
  return (
    <PageBody>
      <PageHeader
        title="Reruns"
        purpose="Lost tasks run again with some of the memories that were shown, to confirm which of them lost it."
      />
      {plans.length === 0 ? (
        <EmptyState
          title="No plans yet"
          command="npx carryover plan --base RUN --candidate RUN --task TASK --out reruns"
        >
          Open a lost task of a comparison and choose Plan reruns.
        </EmptyState>
      ) : (
        <PlansTable rows={plans} />
      )}
    </PageBody>
  );
}
