import { dirname } from "node:path/posix";
import type { TrialRecord } from "./records.ts";
import type { RunFacts } from "./run-facts.ts";
import type { Problem } from "./schema.ts";
import { folderWithin } from "./trial-folder.ts";

/**
 * The judge's verdicts by trial folder. A verdict lies inside its trial's folder or, as the published pipeline writes
 * it, beside the only trial folder of its task: `{run}/{benchmark}/{i}/llm_judgement.json`. One that joins no trial,
 * or could join several, is a problem.
 */
export function joinJudgements(
  judgements: RunFacts["judgements"],
  trials: ReadonlyMap<string, TrialRecord>,
): { byFolder: Map<string, boolean>; problems: Problem[] } {
  const byParent = Map.groupBy(trials.keys(), (folder) => dirname(folder));
  const byFolder = new Map<string, boolean>();
  const beside = new Map<string, boolean>();
  const problems: Problem[] = [];
  for (const { file, path, passed } of judgements) {
    const inside = folderWithin(trials, file.place);
    if (inside !== null) {
      byFolder.set(inside, passed);
      continue;
    }
    const near = byParent.get(dirname(file.place)) ?? [];
    if (near.length === 1 && near[0] !== undefined) beside.set(near[0], passed);
    else problems.push({ path, line: null, field: null, reason: reasonFor(near.length) });
  }
  return { byFolder: new Map([...beside, ...byFolder]), problems };
}

function reasonFor(trials: number): string {
  return trials === 0
    ? "There is no trial in this folder or beside the verdict, so the verdict was not used."
    : `${trials} trials are beside the verdict and it names none of them, so it was not used. Move it into the folder of its trial.`;
}
