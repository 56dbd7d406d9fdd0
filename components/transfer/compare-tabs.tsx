import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
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
  pass: "pass@k",
  effort: "Cost and effort",
  noise: "Outcomes and chance",
  unmatched: "Unmatched",
};

/** The parts of a comparison, as links: each part has an address of its own. */
export function CompareTabs({ current, counts, href }: Props) {
  return (
    <nav aria-label="Parts of the comparison">
      <ul className="flex max-w-full gap-1 overflow-x-auto border-b border-line">
        {COMPARE_TABS.map((tab) => (
          <li key={tab}>
            <Link
              href={href(tab)}
              scroll={false}
              aria-current={tab === current ? "page" : undefined}
              className={cn(
                "-mb-px inline-flex min-h-8 items-center gap-1.5 border-b-2 px-3 text-sm whitespace-nowrap focus-visible:-outline-offset-2",
                tab === current
                  ? "border-accent font-medium"
                  : "border-transparent text-muted hover:text-foreground",
              )}
            >
              {names[tab]}
              {counts[tab] === undefined ? null : <span className="text-xs text-muted">{counts[tab]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
