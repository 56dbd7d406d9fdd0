import Link from "next/link";
import { formatExpected, formatPercent } from "#lib/transfer/format.ts";
import type { Comparison, EvidenceFilter } from "#lib/transfer/schema.ts";

type Props = { comparison: Comparison; href: (evidence: EvidenceFilter) => string };

/** How many losses chance alone explains, which of them it does not, and what the three words mean. */
export function NoiseSummary({ comparison, href }: Props) {
  const { noise, evidence, lost, errored } = comparison;
  return (
    <div className="flex max-w-prose flex-col gap-2 text-sm">
      <p>
        <strong>{lost - errored.lost} lost</strong> without errored attempts{againstChance(comparison)}
      </p>
      <p>
        <Supported count={evidence.supported} href={href("supported")} />
        {noise.expectedSupported === null
          ? ""
          : `; chance alone would support about ${noise.expectedSupported.toFixed(1)}`}
        .{" "}
        {noise.repeatedPairs === 0 && lost > 0
          ? "Too few repeats to tell: a task needs three or more attempts in both runs."
          : ""}
      </p>
      {errored.lost > 0 ? (
        <p>
          <Link className="link" href={href("errored")} scroll={false}>
            {errored.lost} more lost
          </Link>{" "}
          with errored attempts of the candidate: always suspected.
        </p>
      ) : null}
      <p className="text-xs text-muted">
        {noise.flipRate === null
          ? "The baseline was not repeated. "
          : `Two baseline attempts at the same task differ ${formatPercent(noise.flipRate)} of the time (${noise.tasks} tasks). `}
        By chance: if memory changed nothing, the attempts of both runs would be interchangeable. Supported:
        at most 10% of such losses are expected to be chance. Confirmed takes an ablation, a run without the
        suspected memory.
      </p>
    </div>
  );
}

function againstChance({ lost, errored, noise: { expectedLost, expectedLostInterval } }: Comparison): string {
  if (expectedLost === null || expectedLostInterval === null) return ".";
  const more = lost - errored.lost > expectedLostInterval[1] ? ", more than expected by chance" : "";
  return `${more}: chance alone would lose ${formatExpected(expectedLost, expectedLostInterval)}.`;
}

/** A count that leads to its tasks; nothing to lead to at 0. */
function Supported({ count, href }: { count: number; href: string }) {
  if (count === 0) return <strong>0 supported</strong>;
  return (
    <Link className="link font-semibold" href={href} scroll={false}>
      {count} supported
    </Link>
  );
}
