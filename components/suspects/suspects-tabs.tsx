import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import { SUSPECT_TABS, type SuspectTab } from "#lib/attribution/cases/search-params.ts";

type Props = {
  current: SuspectTab;
  /** How many there are; null while nobody knows. */
  cases: number | null;
  href: (tab: SuspectTab) => string;
};

const names: Record<SuspectTab, string> = {
  cases: "Cases",
  benchmarks: "By source and target",
  types: "By type and abstraction",
};

/** The parts of the page, as links: each part has an address of its own. */
export function SuspectsTabs({ current, cases, href }: Props) {
  return (
    <nav aria-label="Parts of this page">
      <ul className="flex max-w-full gap-1 overflow-x-auto border-b border-line">
        {SUSPECT_TABS.map((tab) => (
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
              {tab === "cases" && cases !== null ? <span className="text-xs text-muted">{cases}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
