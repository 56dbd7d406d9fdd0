import { formatDuration } from "#components/ui/duration.ts";
import type { TrialDetail } from "#lib/runs/schema.ts";
import { Facts } from "./facts.tsx";

/** What is known of a trial beside its outcome. What was not recorded is left out. */
export function TrialFacts({ trial }: { trial: TrialDetail }) {
  const tokens =
    trial.inputTokens === null && trial.outputTokens === null
      ? null
      : `${count(trial.inputTokens)} in, ${count(trial.outputTokens)} out`;
  return (
    <Facts
      facts={[
        ["Reward", trial.reward],
        ["Judge says", trial.judgement === null ? null : trial.judgement ? "passed" : "failed"],
        ["Steps", trial.stepCount],
        ["Took", trial.durationMs === null ? null : formatDuration(trial.durationMs)],
        ["Cost", trial.costUsd === null ? null : `$${trial.costUsd.toFixed(4)}`],
        ["Tokens", tokens],
        ["Started", trial.startedAt?.slice(0, 16).replace("T", " ") ?? null],
        [trial.outcome === "missing" ? "Why no outcome" : "Error", trial.error],
      ]}
    />
  );
}

function count(tokens: number | null): string {
  return tokens === null ? "–" : tokens.toLocaleString("en");
}
