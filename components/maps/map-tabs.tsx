import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";

const tabs = [
  { href: "/map", label: "Maps" },
  { href: "/map/effects", label: "Abstraction and effect" },
  { href: "/map/versions", label: "Two maps side by side" },
  { href: "/abstraction", label: "DBI and LISI" },
] as const;
export type MapTab = (typeof tabs)[number]["href"];

/** The pages about maps, as links; the last leads to what is measured on the vectors. */
export function MapTabs({ current }: { current: MapTab }) {
  return (
    <nav aria-label="Maps" className="flex flex-wrap gap-1 border-b border-line">
      {tabs.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === current ? "page" : undefined}
          className={cn(
            "-mb-px border-b-2 border-transparent px-3 py-1.5 text-sm text-muted hover:text-foreground",
            href === current && "border-accent font-medium text-foreground",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
