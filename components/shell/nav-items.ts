import {
  Blend,
  ChartScatter,
  Download,
  Fingerprint,
  FlaskConical,
  Gauge,
  Gavel,
  GitCompareArrows,
  LayoutDashboard,
  Library,
  ListChecks,
  type LucideIcon,
  Radar,
  RefreshCw,
  Ruler,
  Search,
  Settings,
  Target,
} from "lucide-react";

export type NavItem = { href: string; label: string; icon: LucideIcon; hint: string };

/** The pages by what people come for; the first group has no name. */
export const navGroups: readonly { title: string | null; items: readonly NavItem[] }[] = [
  {
    title: null,
    items: [
      {
        href: "/",
        label: "Overview",
        icon: LayoutDashboard,
        hint: "What is in the pool and what needs attention",
      },
    ],
  },
  {
    title: "Results",
    items: [
      { href: "/runs", label: "Runs", icon: Gauge, hint: "Results with and without memory" },
      {
        href: "/compare",
        label: "Compare",
        icon: GitCompareArrows,
        hint: "Gained and lost tasks of two runs",
      },
      {
        href: "/map/effects",
        label: "Effects",
        icon: Target,
        hint: "How memories changed the tasks they were shown at",
      },
      {
        href: "/suspects",
        label: "Suspects",
        icon: Fingerprint,
        hint: "Which memories lost tasks, case by case",
      },
      {
        href: "/planner",
        label: "Planner",
        icon: Ruler,
        hint: "How many tasks and attempts a comparison needs",
      },
      {
        href: "/reruns",
        label: "Reruns",
        icon: FlaskConical,
        hint: "Lost tasks run again to confirm which memory lost them",
      },
      {
        href: "/predictors",
        label: "Predictors",
        icon: Radar,
        hint: "Whether anything known of a memory foretells harm",
      },
      { href: "/judge", label: "Judge", icon: Gavel, hint: "An LLM judge's verdicts against the verifier's" },
    ],
  },
  {
    title: "Memories",
    items: [
      { href: "/memories", label: "All memories", icon: Library, hint: "Browse, edit, deprecate, expire" },
      {
        href: "/map",
        label: "Map",
        icon: ChartScatter,
        hint: "Memories laid out by similarity",
      },
      {
        href: "/abstraction",
        label: "Abstraction",
        icon: Blend,
        hint: "How mixed the benchmarks are (DBI, LISI), before and after",
      },
      { href: "/retrieval", label: "Retrieval", icon: Search, hint: "What the agent would be shown" },
      { href: "/regenerate", label: "Regenerate", icon: RefreshCw, hint: "Draft memories from trajectories" },
    ],
  },
  {
    title: "Admin",
    items: [
      { href: "/import", label: "Import", icon: Download, hint: "Import runs and memories" },
      { href: "/jobs", label: "Jobs", icon: ListChecks, hint: "Background work and its progress" },
      { href: "/settings", label: "Settings", icon: Settings, hint: "Embedding spaces and what is embedded" },
    ],
  },
];

export const navItems: readonly NavItem[] = navGroups.flatMap(({ items }) => items);

/** The item a path belongs to: the longest one that begins it. */
export function activeHref(pathname: string): string | null {
  const matches = navItems.filter(({ href }) =>
    href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`),
  );
  return matches.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null;
}
