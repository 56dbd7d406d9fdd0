import Link from "next/link";
import type { StepMark, TrajectorySide } from "#components/trajectory/schema.ts";
import { TextLinks } from "#components/trajectory/text-links.tsx";
import { TrajectoryPair } from "#components/trajectory/trajectory-pair.tsx";
import { Button } from "#components/ui/button.tsx";
import type { TrialDetail } from "#lib/runs/schema.ts";
import { outlineSteps } from "#lib/runs/step-outline.ts";
import type { StepAlignment } from "#lib/transfer/align-steps.ts";

type Marks = Readonly<Record<number, readonly StepMark[]>>;

type Props = {
  base: TrialDetail;
  candidate: TrialDetail;
  alignment: StepAlignment;
  marks: { base: Marks; candidate: Marks };
  /** Rows drawn. */
  limit: number;
  moreHref: (rows: number) => string;
  /** Where the same is read as text. */
  textHref: string;
};

const MORE = 300;

/** The part of both trajectories that is drawn, cut on the server: a page of thousands of steps helps nobody. */
export function ComparedSteps({ base, candidate, alignment, marks, limit, moreHref, textHref }: Props) {
  const { rows, firstDivergence } = alignment;
  // The first divergence is what the page is for: it is drawn however late it comes.
  const shown = rows.slice(0, Math.max(1, limit, (firstDivergence ?? 0) + 5));
  const rest = rows.length - shown.length;
  const sideOf = (prefix: "base" | "cand", name: string, trial: TrialDetail, its: Marks): TrajectorySide => {
    const drawn = shown.filter((row) => (prefix === "base" ? row.base : row.candidate) !== null).length;
    const steps = outlineSteps(trial.trajectory?.steps.slice(0, drawn) ?? []);
    return { prefix, name, trialId: trial.id, steps, marks: its };
  };
  return (
    <>
      <TrajectoryPair
        base={sideOf("base", "Baseline", base, marks.base)}
        candidate={sideOf("cand", "Candidate", candidate, marks.candidate)}
        alignment={{ rows: shown, firstDivergence }}
        differences={rows.filter((row, i) => !row.same && (rows[i - 1]?.same ?? true)).length}
        links={<TextLinks href={textHref} />}
      />
      {rest > 0 ? (
        <Button asChild>
          <Link scroll={false} href={moreHref(shown.length + MORE)}>
            Show {Math.min(MORE, rest)} more of {rest} rows
          </Link>
        </Button>
      ) : null}
    </>
  );
}
