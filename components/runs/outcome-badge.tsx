import {
  ArrowDownRight,
  ArrowUpRight,
  Check,
  CircleDashed,
  CircleHelp,
  Equal,
  Minus,
  TriangleAlert,
  X,
} from "lucide-react";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/class-names.ts";

/** Each outcome has a tone, a shape and its word; the tone alone never tells them apart. */
const outcomes = {
  passed: { tone: "good", icon: Check },
  failed: { tone: "bad", icon: X },
  errored: { tone: "warn", icon: TriangleAlert },
  missing: { tone: "muted", icon: CircleDashed },
  unknown: { tone: "muted", icon: CircleHelp },
  kept: { tone: "neutral", icon: Equal },
  gained: { tone: "good", icon: ArrowUpRight },
  lost: { tone: "bad", icon: ArrowDownRight },
  never: { tone: "muted", icon: Minus },
} as const;

export type OutcomeName = keyof typeof outcomes;

type OutcomeBadgeProps = {
  outcome: OutcomeName;
  /** The shape alone, where there is no room for words. */
  sign?: boolean;
};

/** The outcome of a trial or memory, or the paired outcome of a task. */
export function OutcomeBadge({ outcome, sign = false }: OutcomeBadgeProps) {
  const { tone, icon: Icon } = outcomes[outcome];
  return (
    <Badge tone={tone} className={sign ? "relative" : undefined}>
      <Icon aria-hidden />
      <span className={sign ? "sr-only" : undefined}>{outcome}</span>
    </Badge>
  );
}

const colors: Record<BadgeTone, string> = {
  neutral: "text-foreground",
  muted: "text-muted",
  accent: "text-accent",
  good: "text-good",
  bad: "text-bad",
  warn: "text-warn",
};

/** The same without its word to be seen, where many stand in a line. */
export function OutcomeMark({ outcome }: { outcome: OutcomeName }) {
  const { tone, icon: Icon } = outcomes[outcome];
  return (
    <>
      <Icon aria-hidden className={cn("size-3.5", colors[tone])} />
      <span className="sr-only">{outcome}</span>
    </>
  );
}
