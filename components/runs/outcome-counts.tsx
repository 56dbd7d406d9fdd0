import { OUTCOMES, type OutcomeCounts } from "#lib/runs/schema.ts";

const tones = {
  passed: "text-good",
  failed: "text-bad",
  errored: "text-warn",
  missing: "text-muted",
} as const;

/** The four outcomes in words and numbers; those that did not occur are left out. */
export function OutcomeCountsLine({ counts }: { counts: OutcomeCounts }) {
  const present = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return (
    <span className="inline-flex gap-x-2 text-xs">
      {present.length === 0 ? <span className="text-muted">none</span> : null}
      {present.map((outcome) => (
        <span key={outcome} className={`whitespace-nowrap ${tones[outcome]}`}>
          {counts[outcome].toLocaleString("en")} {outcome}
        </span>
      ))}
    </span>
  );
}
