import Link from "next/link";
import { StepTools } from "#components/runs/step-tools.tsx";
import { StepView } from "#components/runs/step-view.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import type { TrialDetail } from "#lib/runs/schema.ts";
import type { StepAlignment, StepPair } from "#lib/transfer/align-steps.ts";

type Props = {
  base: TrialDetail;
  candidate: TrialDetail;
  alignment: StepAlignment;
  /** Rows drawn. */
  limit: number;
  moreHref: (rows: number) => string;
};

const MORE = 80;

/** Both trajectories side by side, equal actions in one row, the first divergence marked. */
export function AlignedSteps({ base, candidate, alignment, limit, moreHref }: Props) {
  const { rows, firstDivergence } = alignment;
  // The first divergence is what the page is for: it is drawn however late it comes.
  const shown = rows.slice(0, Math.max(1, limit, (firstDivergence ?? 0) + 5));
  const rest = rows.length - shown.length;
  return (
    <section aria-labelledby="steps-title" className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="steps-title" className="text-sm font-semibold">
          Trajectories, equal actions side by side
        </h2>
        <div className="flex flex-wrap items-center gap-3">
          {firstDivergence === null ? (
            <span className="text-xs text-muted">The two trajectories never diverge.</span>
          ) : (
            <a className="link text-xs" href="#first-divergence">
              Go to the first divergence
            </a>
          )}
          <StepTools />
        </div>
      </div>
      <ol className="flex min-w-0 flex-col gap-1.5">
        {shown.map((row, i) => (
          <AlignedRow
            key={`${row.base ?? "-"}/${row.candidate ?? "-"}`}
            row={row}
            isFirst={i === firstDivergence}
            base={base}
            candidate={candidate}
          />
        ))}
      </ol>
      {rest > 0 ? (
        <Button asChild>
          <Link scroll={false} href={moreHref(shown.length + MORE)}>
            Show {Math.min(MORE, rest)} more of {rest} rows
          </Link>
        </Button>
      ) : null}
    </section>
  );
}

type RowProps = { row: StepPair; isFirst: boolean; base: TrialDetail; candidate: TrialDetail };

function AlignedRow({ row, isFirst, base, candidate }: RowProps) {
  return (
    <li
      {...(isFirst ? { id: "first-divergence" } : {})}
      className={cn(
        "grid min-w-0 scroll-mt-16 gap-1.5 md:grid-cols-2",
        isFirst && "rounded-md border border-warn p-1.5",
        row.same && "opacity-90",
      )}
    >
      {isFirst ? (
        <p className="md:col-span-2">
          <Badge tone="warn">First divergence</Badge>
        </p>
      ) : null}
      <Side trial={base} index={row.base} side="base" name="Baseline" open={isFirst} />
      <Side trial={candidate} index={row.candidate} side="cand" name="Candidate" open={isFirst} />
    </li>
  );
}

type SideProps = {
  trial: TrialDetail;
  index: number | null;
  side: "base" | "cand";
  name: string;
  open: boolean;
};

function Side({ trial, index, side, name, open }: SideProps) {
  const step = index === null ? undefined : trial.trajectory?.steps[index];
  if (index === null || !step) {
    return (
      <p className="hidden min-h-8 content-center rounded-md border border-dashed border-line px-2 text-xs text-muted md:block">
        no step here in the {name.toLowerCase()}
      </p>
    );
  }
  return (
    <div className="min-w-0">
      <p className="text-xs text-muted md:sr-only">{name}</p>
      <StepView
        step={step}
        number={index + 1}
        anchor={`${side}-${index + 1}`}
        trialId={trial.id}
        open={open}
      />
    </div>
  );
}
