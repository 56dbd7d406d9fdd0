import { Check, CircleDashed, TriangleAlert, X } from "lucide-react";
import { OUTCOMES, type OutcomeCounts } from "#lib/runs/schema.ts";

const tones = {
  passed: "text-good",
  failed: "text-bad",
  errored: "text-warn",
  missing: "text-muted",
} as const;

const signs = { passed: Check, failed: X, errored: TriangleAlert, missing: CircleDashed } as const;

type OutcomeCountsLineProps = {
  counts: OutcomeCounts;
  /** Signs instead of words, as in a table's cell. */
  short?: boolean;
};

/** The four outcomes in words and numbers; those that did not occur are left out. */
export function OutcomeCountsLine({ counts, short = false }: OutcomeCountsLineProps) {
  const present = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return (
    <span className="inline-flex gap-x-2 text-xs">
      {present.length === 0 ? <span className="text-muted">none</span> : null}
      {present.map((outcome) => (
        <span key={outcome} className={`whitespace-nowrap ${tones[outcome]}`}>
          {counts[outcome].toLocaleString("en")} {short ? <Sign outcome={outcome} /> : outcome}
        </span>
      ))}
    </span>
  );
}

function Sign({ outcome }: { outcome: keyof typeof signs }) {
  const Icon = signs[outcome];
  return (
    <span className="relative" title={outcome}>
      <Icon aria-hidden className="inline size-3.5 align-text-bottom" />
      <span className="sr-only">{outcome}</span>
    </span>
  );
}
