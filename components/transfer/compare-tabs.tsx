import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { COMPARE_TABS, type CompareTab } from "#lib/transfer/search-params.ts";

type Props = {
  current: CompareTab;
  /** How much there is in a part, where that is known. */
  counts: Partial<Record<CompareTab, number>>;
  href: (tab: CompareTab) => string;
};

const names: Record<CompareTab, string> = {
  benchmarks: "Benchmarks",
  tasks: "Tasks",
  memories: "Retrieved memories",
  triage: "Triage",
  pass: "pass@k",
  effort: "Cost and effort",
  noise: "Outcomes and chance",
  unmatched: "Unmatched",
};

/** The parts of a comparison, as links: each part has an address of its own. */
export function CompareTabs({ current, counts, href }: Props) {
  return (
    <LinkTabs
      label="Parts of the comparison"
      current={current}
      tabs={COMPARE_TABS.map((tab) => ({ id: tab, name: names[tab], count: counts[tab], href: href(tab) }))}
    />
  );
}
