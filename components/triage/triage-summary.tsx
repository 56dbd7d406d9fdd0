import Link from "next/link";
import { formatKappa } from "#components/judge/format-figures.ts";
import { buttonStyles } from "#components/ui/button.tsx";
import type { TriageKind, TriageList } from "#lib/triage/schema.ts";
import { kindWords, labelWords } from "#lib/triage/words.ts";
import { NextUntriaged } from "./next-untriaged.tsx";

type TriageSummaryProps = {
  list: Omit<TriageList, "tasks">;
  of: number;
  nextHref: string | null;
  kindHref: (kind: TriageKind) => string;
};

/** How far the labeling is, what was found, and how far two people agree. */
export function TriageSummary({ list, of, nextHref, kindHref }: TriageSummaryProps) {
  const { kind, labeled, counts, agreement } = list;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {(["cause", "transfer"] as const).map((each) => (
        <Link
          key={each}
          href={kindHref(each)}
          aria-current={each === kind ? "true" : undefined}
          className={buttonStyles({ size: "small", variant: each === kind ? "primary" : "secondary" })}
        >
          {kindWords[each].heading}
        </Link>
      ))}
      <span>
        {labeled} of {of} {kindWords[kind].tasks} labeled
      </span>
      {nextHref ? <NextUntriaged href={nextHref} /> : null}
      {counts.length > 0 ? (
        <span className="text-muted">
          {counts.map(({ label, count }) => `${labelWords[label].name} ${count}`).join(", ")}
        </span>
      ) : null}
      <span className="text-muted">
        {agreement
          ? `Kappa of ${agreement.actors.join(" and ")}: ${"value" in agreement.kappa ? `${formatKappa(agreement.kappa)}, n = ${agreement.both}` : agreement.kappa.undefinedBecause}`
          : "Kappa needs labels of two people."}
      </span>
    </div>
  );
}
