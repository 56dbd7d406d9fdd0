import { TriangleAlert } from "lucide-react";
import { DetailChip } from "#components/ui/detail-chip.tsx";
import { formatDuration } from "#components/ui/duration.ts";
import type { TrialDetail } from "#lib/runs/schema.ts";
import { Facts } from "./facts.tsx";
import { TrialDetailFacts } from "./trial-detail-facts.tsx";

/** What is known of a trial beside its outcome, in one line. What was not recorded is left out. */
export function TrialFacts({ trial }: { trial: TrialDetail }) {
  const { reward, judgement, inputTokens, outputTokens, error } = trial;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4">
      <div className="min-w-0 grow">
        <Facts
          facts={[
            ["Reward", reward],
            ["Judge", judgement === null ? null : judgement ? "passed" : "failed"],
            ["Steps", trial.stepCount],
            ["Duration", trial.durationMs === null ? null : formatDuration(trial.durationMs)],
            ["Cost", trial.costUsd === null ? null : `$${trial.costUsd.toFixed(4)}`],
            [
              "Tokens",
              inputTokens === null && outputTokens === null ? null : (
                <Tokens key="tokens" input={inputTokens} output={outputTokens} />
              ),
            ],
            ["Original", trial.originals.length === 0 ? null : <Originals key="originals" trial={trial} />],
            ["Started", trial.startedAt?.slice(0, 16).replace("T", " ") ?? null],
          ]}
        />
      </div>
      {trial.details ? <TrialDetailFacts details={trial.details} /> : null}
      {error ? (
        <DetailChip
          label={trial.outcome === "missing" ? "Why no outcome" : "Error"}
          icon={TriangleAlert}
          tone="warn"
        >
          <p className="whitespace-pre-wrap wrap-anywhere">{error}</p>
        </DetailChip>
      ) : null}
    </div>
  );
}

/** The files that the trial was imported from, to be saved. */
function Originals({ trial: { id, originals } }: { trial: TrialDetail }) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {originals.map(({ kind, name, size }) => (
        <a
          key={kind}
          className="link"
          href={`/api/trials/${id}/original?kind=${kind}`}
          title={`${size.toLocaleString("en")} bytes, as imported`}
          download
        >
          {name}
        </a>
      ))}
    </span>
  );
}

const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** Rounded to be read; exact in the tooltip. */
function Tokens({ input, output }: { input: number | null; output: number | null }) {
  const write = (tokens: number | null, how: (tokens: number) => string) =>
    tokens === null ? "–" : how(tokens);
  const exact = (tokens: number) => tokens.toLocaleString("en");
  return (
    <span title={`${write(input, exact)} in, ${write(output, exact)} out`}>
      {write(input, short.format)} in, {write(output, short.format)} out
    </span>
  );
}
