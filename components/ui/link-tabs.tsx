import Link from "next/link";
import { cn } from "./class-names.ts";

type LinkTabsProps = {
  /** Spoken name of what the tabs are parts of. */
  label: string;
  tabs: readonly { id: string; name: string; count?: number | undefined; href: string }[];
  current: string;
};

/** The parts of a page, as links: each part has an address of its own. */
export function LinkTabs({ label, tabs, current }: LinkTabsProps) {
  return (
    <nav aria-label={label} className="min-w-0 max-w-full">
      <ul className="flex max-w-full gap-1 overflow-x-auto border-b border-line">
        {tabs.map(({ id, name, count, href }) => (
          <li key={id}>
            <Link
              href={href}
              scroll={false}
              aria-current={id === current ? "page" : undefined}
              className={cn(
                "-mb-px inline-flex min-h-8 items-center gap-1.5 border-b-2 px-3 text-sm whitespace-nowrap focus-visible:-outline-offset-2",
                id === current
                  ? "border-accent font-medium"
                  : "border-transparent text-muted hover:text-foreground",
              )}
            >
              {name}
              {count === undefined ? null : <span className="text-xs text-muted">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
