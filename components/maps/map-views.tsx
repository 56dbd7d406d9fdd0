"use client";
import { ChartScatter, Columns2, Grid2x2, type LucideIcon, SquareDashed } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { cn } from "#components/ui/class-names.ts";

type MapViewName = "one" | "types" | "effects" | "versions";

const views: readonly { name: MapViewName; label: string; href: Route; key: string; icon: LucideIcon }[] = [
  { name: "one", label: "One map", href: "/map?type=all" as Route, key: "1", icon: SquareDashed },
  { name: "types", label: "By type", href: "/map", key: "2", icon: Grid2x2 },
  { name: "effects", label: "Effect plane", href: "/map/effects", key: "3", icon: ChartScatter },
  { name: "versions", label: "Two layouts", href: "/map/versions", key: "4", icon: Columns2 },
];

export type MapViewsProps = {
  current: MapViewName;
  /** Shows a view without leaving the page; false = it can't, and the link is followed. */
  onView?: (view: MapViewName) => boolean;
};

/** The ways to look at the pool on a plane, as links; the keys 1 to 4 go there too. */
export function MapViews({ current, onView }: MapViewsProps) {
  const router = useRouter();
  useHotkeys(
    Object.fromEntries(
      views.map(({ name, href, key }) => [
        key,
        () => {
          if (name !== current && !onView?.(name)) router.push(href);
        },
      ]),
    ),
  );
  return (
    <nav aria-label="Views of the map" className="flex shrink-0 gap-0.5">
      {views.map(({ name, label, href, key, icon: Icon }) => (
        <Link
          key={name}
          href={href}
          aria-current={name === current ? "page" : undefined}
          aria-keyshortcuts={key}
          title={`${label} (${key})`}
          onClick={(event) => {
            const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey);
            if (isPlain && onView?.(name)) event.preventDefault();
          }}
          className={cn(
            "flex h-7 items-center gap-1 rounded-md px-1.5 whitespace-nowrap text-muted hover:bg-sunken hover:text-foreground",
            name === current && "bg-accent-soft font-medium text-accent hover:text-accent",
          )}
        >
          <Icon aria-hidden className="size-3.5" />
          <span className={cn(name !== current && "max-2xl:sr-only")}>{label}</span>
        </Link>
      ))}
    </nav>
  );
}
