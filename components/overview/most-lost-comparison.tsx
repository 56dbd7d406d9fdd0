import Link from "next/link";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { formatDifference, formatExpected, formatPercent } from "#lib/transfer/format.ts";
import type { MostLost } from "#lib/transfer/most-lost-comparison.ts";
import { type Comparison, PAIRED_OUTCOMES, type PairedOutcome } from "#lib/transfer/schema.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { readComparison } from "#lib/transfer/verdict.ts";

/** The run with memory that lost most net of what it gained, against its baseline: which, why, and how surely. */
export function MostLostComparison({ found }: { found: MostLost | null }) {
  if (!found) return <NoComparison />;
  const { base, candidate, comparison } = found.compared;
  const runs = { base: base.id, cand: candidate.id };
  return (
    <Card
      title={found.net > 0 ? "Largest net loss" : "No comparison has a net loss"}
      description={`${base.name} (baseline) against ${candidate.name}: ${whyShown(found)}`}
      actions={
        <Button asChild size="small">
          <Link href={compareHref("/compare", runs)}>Open</Link>
        </Button>
      }
    >
      <p className="font-medium">{readComparison(comparison).title}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {PAIRED_OUTCOMES.map((outcome) => (
          <li key={outcome} className="flex items-center gap-1.5">
            <OutcomeBadge outcome={outcome} />
            <Link
              href={compareHref("/compare", { ...runs, tab: "tasks", outcome })}
              aria-label={`${comparison[outcome]} tasks ${outcome}`}
              className="link inline-block min-h-6 min-w-6 content-center text-center font-medium"
            >
              {comparison[outcome]}
            </Link>
            <ErroredNote comparison={comparison} outcome={outcome} />
          </li>
        ))}
      </ul>
      <LostByChance comparison={comparison} />
      <PassAt comparison={comparison} />
    </Card>
  );
}

function whyShown({ net, of, compared: { comparison } }: MostLost): string {
  const tasks = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "task" : "tasks"}`;
  const among = of === 1 ? "the only comparison" : `of ${of.toLocaleString("en")} comparisons`;
  if (net > 0)
    return `${comparison.lost} lost, ${comparison.gained} gained, net −${tasks(net)}, ${of === 1 ? among : `the most ${among}`}.`;
  return `net ${net === 0 ? "0" : `+${-net}`} tasks, ${of === 1 ? among : `the least ${among}`}.`;
}

/** How many tasks such a comparison would lose if memory did nothing. */
function LostByChance({ comparison: { lost, noise } }: { comparison: Comparison }) {
  if (noise.expectedLost === null || !noise.expectedLostInterval) return null;
  return (
    <p className="text-sm">
      {lost} lost; chance alone would lose {formatExpected(noise.expectedLost, noise.expectedLostInterval)}.
    </p>
  );
}

function PassAt({ comparison: { micro } }: { comparison: Comparison }) {
  const k = micro["3"]?.delta != null ? "3" : "1";
  const shown = micro[k];
  if (!shown) return null;
  return (
    <p className="text-xs text-muted">
      pass@{k} (micro): {formatPercent(shown.base)} to {formatPercent(shown.candidate)},{" "}
      {formatDifference(shown)} points
    </p>
  );
}

/** How many of the lost or gained tasks rest on an errored attempt. */
function ErroredNote({ comparison, outcome }: { comparison: Comparison; outcome: PairedOutcome }) {
  const errored = outcome === "lost" || outcome === "gained" ? comparison.errored[outcome] : 0;
  return errored > 0 ? <span className="text-xs text-muted">{errored} errored</span> : null;
}

function NoComparison() {
  return (
    <Card title="No comparison yet">
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
