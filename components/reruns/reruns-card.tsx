import { Card } from "#components/ui/card.tsx";
import type { PlanRow } from "#lib/reruns/view.ts";
import { PlanLinks } from "./plan-links.tsx";

/** The plans of reruns that hold a memory; nothing where there is none. */
export function RerunsCard({ plans, memoryId }: { plans: readonly PlanRow[]; memoryId: string }) {
  if (plans.length === 0) return null;
  return (
    <Card title="Reruns">
      <PlanLinks plans={plans} memoryId={memoryId} />
    </Card>
  );
}
