import { Card } from "#components/ui/card.tsx";
import type { RunComparison } from "#lib/transfer/schema.ts";
import { type CompareParams, compareHref } from "#lib/transfer/search-params.ts";
import { readRunComparison } from "#lib/transfer/verdict.ts";
import { AveragesTable } from "./averages-table.tsx";
import { NoiseSummary } from "./noise-summary.tsx";
import { PairedOutcomesTable } from "./paired-outcomes-table.tsx";
import { VerdictCallout } from "./verdict-callout.tsx";

/** The headline of a comparison: is the difference real, how big, on which tasks, and what noise explains. */
export function ComparisonView({ compared, params }: { compared: RunComparison; params: CompareParams }) {
  const { comparison } = compared;
  const tasksHref = (list: Pick<CompareParams, "outcome" | "evidence">) =>
    compareHref("/compare", {
      ...params,
      tab: "tasks",
      benchmark: null,
      memory: null,
      q: "",
      page: 1,
      ...list,
    });
  return (
    <>
      <VerdictCallout verdict={readRunComparison(compared)} />
      <div className="grid min-w-0 gap-5 xl:grid-cols-2">
        <Card title="Solved tasks" description="Each task against itself; every number leads to its tasks.">
          <PairedOutcomesTable
            comparison={comparison}
            href={(outcome, evidence) => tasksHref({ outcome, evidence })}
          />
        </Card>
        <Card
          title="Lost tasks and chance"
          description="A lost task is not negative transfer until chance no longer explains it."
        >
          <NoiseSummary
            comparison={comparison}
            href={(evidence) => tasksHref({ outcome: "lost", evidence })}
          />
        </Card>
      </div>
      <Card title="pass@k" flush>
        <AveragesTable comparison={comparison} />
      </Card>
    </>
  );
}
