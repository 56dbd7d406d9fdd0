import { Callout } from "#components/ui/callout.tsx";
import type { Verdict } from "#lib/transfer/verdict.ts";

const tones = { better: "good", worse: "bad", unclear: "info", nothing: "warn" } as const;
const titles = {
  better: "Better than chance explains",
  worse: "Worse than chance explains",
  unclear: "No real difference shown",
  nothing: "Nothing to compare",
} as const;

/** Whether the difference is real, in a sentence, and what a careful reader would object. */
export function VerdictCallout({ verdict }: { verdict: Verdict }) {
  return (
    <Callout tone={tones[verdict.direction]} title={titles[verdict.direction]}>
      <p>{verdict.sentence}</p>
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
