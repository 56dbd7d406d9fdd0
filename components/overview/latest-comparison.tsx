import Link from "next/link";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { formatCount, formatInterval, formatP, formatPercent, formatPoints } from "#lib/transfer/format.ts";
import {
  type Comparison,
  PAIRED_OUTCOMES,
  type PairedOutcome,
  type RunComparison,
} from "#lib/transfer/schema.ts";
import { compareHref } from "#lib/transfer/search-params.ts";

/** The newest run with memory against its baseline: the four paired outcomes and the difference. */
export function LatestComparison({ latest }: { latest: RunComparison | null }) {
  if (!latest) return <NoComparison />;
  const { base, candidate, comparison } = latest;
  const micro = comparison.micro["3"] ?? comparison.micro["1"];
  const shownK = comparison.micro["3"] ? 3 : 1;
  const runs = { base: base.id, cand: candidate.id };
  return (
    <Card
      title="Latest comparison"
      description={`${base.name} (baseline) against ${candidate.name}, paired by task.`}
      actions={
        <Button asChild size="small">
          <Link href={compareHref("/compare", runs)}>Open</Link>
        </Button>
      }
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {PAIRED_OUTCOMES.map((outcome) => (
          <li key={outcome} className="flex items-center gap-2">
            <OutcomeBadge outcome={outcome} />
            <Link
              href={compareHref("/compare", { ...runs, tab: "tasks", outcome })}
              aria-label={`${comparison[outcome]} tasks ${outcome}`}
              className="link text-base font-medium"
            >
              {comparison[outcome]}
            </Link>
            <ErroredNote comparison={comparison} outcome={outcome} />
          </li>
        ))}
      </ul>
      {micro ? (
        <p>
          pass@{shownK}, averaged over tasks (micro): {formatPercent(micro.base)} (
          {formatCount(micro.baseSolved)}/{micro.tasks}) to {formatPercent(micro.candidate)} (
          {formatCount(micro.candidateSolved)}/{micro.tasks}), <strong>{formatPoints(micro.delta)}</strong>{" "}
          <span className="text-muted">(95% interval: {formatInterval(micro.ci)})</span>
        </p>
      ) : null}
      <p className="text-xs text-muted">
        Exact McNemar over {comparison.mcnemar.discordant} discordant of {comparison.pairs} pairs: p{" "}
        {formatP(comparison.mcnemar.p).startsWith("<") ? "" : "= "}
        {formatP(comparison.mcnemar.p)}.
      </p>
    </Card>
  );
}

/** How many of the lost or gained tasks rest on an errored attempt. */
function ErroredNote({ comparison, outcome }: { comparison: Comparison; outcome: PairedOutcome }) {
  const errored = outcome === "lost" || outcome === "gained" ? comparison.errored[outcome] : 0;
  return errored > 0 ? <span className="text-xs text-muted">{errored} with errored attempts</span> : null;
}

function NoComparison() {
  return (
    <Card title="Latest comparison">
      <p className="text-muted">
        A comparison needs a run without memory and one with it that share a task. Import both:
      </p>
      <CodeBlock
        label="command"
        wrap
        code={"npx carryover import RUN_FOLDER --arm zero-shot\nnpx carryover import RUN_FOLDER --arm memory"}
      />
    </Card>
  );
}
