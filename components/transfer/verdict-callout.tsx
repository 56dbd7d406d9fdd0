import { Callout, type CalloutTone } from "#components/ui/callout.tsx";
import type { Verdict } from "#lib/transfer/verdict.ts";

/** A significant verdict is colored only where no errored or missing attempt could turn it. */
function toneOf({ direction, holds }: Verdict): CalloutTone {
  if (direction === "nothing") return "warn";
  if (direction === "unclear" || !holds) return "info";
  return direction === "better" ? "good" : "bad";
}

/** Whether the difference is real, what errored and missing attempts could make of it, and what a reader would object. */
export function VerdictCallout({ verdict }: { verdict: Verdict }) {
  return (
    <Callout tone={toneOf(verdict)} title={verdict.title}>
      <p>{verdict.sentence}</p>
      {verdict.bounds === null ? null : (
        <p className={verdict.holds ? "text-muted" : "font-medium"}>
          {verdict.holds ? "" : "The verdict depends on attempts without an answer. "}
          {verdict.bounds}
        </p>
      )}
      {verdict.caveats.length > 0 ? (
        <details>
          <summary className="inline-block min-h-6 content-center underline underline-offset-2">
            {verdict.caveats.length} {verdict.caveats.length === 1 ? "caveat" : "caveats"}
          </summary>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {verdict.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Callout>
  );
}
