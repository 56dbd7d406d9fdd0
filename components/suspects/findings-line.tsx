import { type CaseFindings, findingsSentence } from "#lib/attribution/cases/count-findings.ts";

type Props = { findings: CaseFindings; progress: { judged: number; of: number }; unlinked: number };

/** What was found beside what chance alone would find, and how many cases are judged. */
export function FindingsLine({ findings, progress, unlinked }: Props) {
  return (
    <p className="text-xs text-muted">
      <b className="font-medium text-foreground">
        {progress.judged} of {progress.of} judged.
      </b>{" "}
      {findingsSentence(findings)}
      {unlinked > 0 ? ` ${unlinked} retrievals match no memory in the pool.` : ""}
    </p>
  );
}
