import type { CountedTask } from "./passes-by-chance.ts";

/** What is seen counts against what is assumed as many tasks: of the run, and of one benchmark. */
const [assumedTasks, runTasks] = [2, 10];

/**
 * How often the candidate would pass each task: as often as it does at tasks of the same benchmark that the baseline
 * passed as often, drawn towards all tasks of the run that it did. What a stratified permutation of the tasks would
 * give, without its graininess where a stratum is small.
 */
export function passesGivenBaseline(tasks: readonly CountedTask[]): number[][] {
  const result = new Array<number[]>(tasks.length);
  const alike = Map.groupBy(tasks.keys(), (i) => classOf(tasks[i] as CountedTask));
  for (const members of alike.values()) {
    const [first] = members.map((i) => tasks[i] as CountedTask);
    if (!first) continue;
    const all = drawTowards(tasks, members, assumed(first), assumedTasks);
    for (const its of Map.groupBy(members, (i) => tasks[i]?.benchmark).values()) {
      const own = drawTowards(tasks, its, all, runTasks);
      for (const i of its) result[i] = own;
    }
  }
  return result;
}

function classOf({ base, candidate }: CountedTask): string {
  return `${base.scored} ${base.passed} ${candidate.scored}`;
}

function drawTowards(
  tasks: readonly CountedTask[],
  members: readonly number[],
  prior: readonly number[],
  weight: number,
): number[] {
  const seen = new Array<number>(prior.length).fill(0);
  for (const i of members) {
    const passes = tasks[i]?.candidate.passed ?? 0;
    seen[passes] = (seen[passes] ?? 0) + 1;
  }
  return prior.map((share, passes) => ((seen[passes] ?? 0) + weight * share) / (members.length + weight));
}

/** Beta-binomial: the baseline's passes and half a pass and a failure more say what to expect. */
function assumed({ base, candidate }: CountedTask): number[] {
  const [a, b] = [base.passed + 0.5, base.scored - base.passed + 0.5];
  const n = candidate.scored;
  const terms = [1];
  for (let k = 0; k < n; k++) {
    terms.push(((terms.at(-1) as number) * (n - k) * (a + k)) / ((k + 1) * (b + n - k - 1)));
  }
  const total = terms.reduce((sum, term) => sum + term, 0);
  return terms.map((term) => term / total);
}
