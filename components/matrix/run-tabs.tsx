import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { type MatrixPageParams, matrixHref, RUN_TABS, type RunTab } from "#lib/matrix/search-params.ts";

const names: Record<RunTab, string> = {
  matrix: "Matrix",
  tasks: "Tasks",
  curves: "Curves",
  published: "Published",
  list: "List",
};

/** The ways to look at all runs. What was chosen for the matrix stays. */
export function RunTabs({
  current,
  params,
  runs,
}: {
  current: RunTab;
  params: MatrixPageParams;
  runs: number;
}) {
  const { measure, k, base, group } = params;
  return (
    <LinkTabs
      label="Views of all runs"
      current={current}
      tabs={RUN_TABS.map((tab) => ({
        id: tab,
        name: names[tab],
        count: tab === "list" ? runs : undefined,
        href: matrixHref("/runs", { tab, measure, k, base, group, runs: params.runs }),
      }))}
    />
  );
}
