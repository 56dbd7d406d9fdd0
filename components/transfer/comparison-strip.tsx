import type { ReactNode } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { EvidenceFilter, PairedOutcome, RunComparison } from "#lib/transfer/schema.ts";
import { readRunComparison } from "#lib/transfer/verdict.ts";
import { ComparisonFigures } from "./comparison-figures.tsx";
import { VerdictLine, type VerdictTone, verdictTone } from "./verdict-line.tsx";

const styles: Record<VerdictTone, string> = {
  info: "border-accent/40 bg-accent-soft",
  good: "border-good/40 bg-good-soft",
  warn: "border-warn/40 bg-warn-soft",
  bad: "border-bad/40 bg-bad-soft",
};

/** Where the tasks of an outcome are listed. */
export type TasksHref = (outcome: PairedOutcome, evidence: EvidenceFilter | null) => string;

type Props = {
  compared: RunComparison;
  incomplete: string | null;
  href: TasksHref;
  /** Further chips beside the verdict. */
  chips?: ReactNode;
};

/** The headline of a comparison in two lines: is the difference real, how big is it, and on how many tasks. */
export function ComparisonStrip({ compared, incomplete, href, chips }: Props) {
  const verdict = readRunComparison(compared);
  return (
    <section
      aria-label="Verdict"
      className={cn(
        "flex min-w-0 flex-col gap-1 rounded-md border px-3 py-1.5 text-sm",
        styles[verdictTone(verdict)],
      )}
    >
      <VerdictLine verdict={verdict} incomplete={incomplete} chips={chips} />
      {compared.comparison.pairs > 0 ? (
        <ComparisonFigures comparison={compared.comparison} href={href} />
      ) : null}
    </section>
  );
}
