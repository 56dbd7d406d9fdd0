import { dirname } from "node:path/posix";
import { judgeScores, type Scores } from "#lib/runs/judge-scores.ts";
import type { MlgymRule } from "#lib/runs/mlgym-rule.ts";
import type { PlacedTrial } from "./assembled.ts";
import type { RunFacts } from "./run-facts.ts";
import type { Problem } from "./schema.ts";

type ScoresFact = RunFacts["scores"][number];

/**
 * Gives MLGym's trials their outcomes by the rule, each with the baseline of the nearest results.json beside or above
 * its trajectory. Results that name no task are joined where one task lies below them. Changes the trials in place;
 * call it once they have their identities, which no rule may change.
 */
export function judgeMlgym(trials: readonly PlacedTrial[], results: readonly ScoresFact[], rule: MlgymRule) {
  const own = trials.filter((trial) => trial.trajectory?.scores !== undefined);
  const byFolder = new Map(results.map((fact) => [dirname(fact.file.place), fact]));
  const joined = Map.groupBy(own, (trial) => nearest(byFolder, trial.trajectory?.file.place ?? ""));
  const problems: Problem[] = results
    .filter((fact) => !joined.has(fact))
    .map((fact) =>
      problemOf(fact, "There is no MLGym trajectory beside or below this file, so it was not used."),
    );
  const judged: PlacedTrial[] = [];
  for (const [fact, members] of joined) {
    const tasks = new Set(members.map(({ taskName }) => taskName)).size;
    if (fact !== null && tasks > 1)
      problems.push(
        problemOf(
          fact,
          `${tasks} tasks are beside or below this file and it names none of them, so it was not used. Move each results.json into the folder of its trajectory.`,
        ),
      );
    for (const trial of members) {
      // An error, or a verdict of another file, stands.
      if (trial.outcome !== "missing") continue;
      // Scores of the agent itself can only be those of the one trial that they lie by.
      judge(trial, tasks === 1 ? fact : null, members.length === 1, rule);
      judged.push(trial);
    }
    if (fact !== null && members.length === 1 && members[0]) problems.push(...disagreement(fact, members[0]));
  }
  return { judged, problems };
}

function judge(trial: PlacedTrial, fact: ScoresFact | null, isAlone: boolean, rule: MlgymRule): void {
  const scores = trial.trajectory?.scores ?? (isAlone ? fact?.agent : null) ?? {};
  const { outcome, reason, score } = judgeScores(scores, fact?.baseline ?? null, trial.taskName, rule);
  trial.outcome = outcome;
  trial.error = reason;
  trial.reward ??= score ?? onlyOf(scores);
}

function onlyOf(scores: Scores): number | null {
  const values = Object.values(scores);
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** The results that lie in the file's folder or the nearest above it. */
function nearest(byFolder: ReadonlyMap<string, ScoresFact>, place: string): ScoresFact | null {
  for (let folder = dirname(place); ; folder = dirname(folder)) {
    const found = byFolder.get(folder);
    if (found || folder === dirname(folder)) return found ?? null;
  }
}

function disagreement(fact: ScoresFact, { trajectory }: PlacedTrial): Problem[] {
  const said = trajectory?.scores ?? {};
  const other = Object.entries(fact.agent ?? {}).find(
    ([metric, score]) => Object.hasOwn(said, metric) && said[metric] !== score,
  );
  if (other === undefined) return [];
  const [metric, score] = other;
  return [
    problemOf(
      fact,
      `Says ${score} for "${metric}", the trajectory says ${said[metric]}: the trajectory's was used.`,
    ),
  ];
}

function problemOf({ path }: ScoresFact, reason: string): Problem {
  return { path, line: null, field: null, reason };
}
