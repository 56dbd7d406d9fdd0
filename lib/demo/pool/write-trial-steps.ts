import type { Outcome } from "#lib/db/generated/enums.ts";
import { slotsOf } from "./make-experiences.ts";
import { PLANTED_HARMFUL } from "./planted.ts";
import { embeddedText, type Retrieved } from "./retrieve.ts";
import { between, pick, type Random, streamFor } from "./streams.ts";
import { fill } from "./text.ts";
import type { BenchmarkWords, DemoStep, DemoTask, DemoTrialStep, Exchange } from "./types.ts";

type TrialFacts = {
  task: DemoTask;
  words: BenchmarkWords;
  outcome: Outcome;
  attempt: number;
  shown: readonly Retrieved[];
  /** Distinguishes the runs. */
  run: string;
};

/**
 * The steps of a trial. All trials of a task begin alike and meet the same trouble; they part where one finds the
 * cause and another does not, so that two of them can be read side by side.
 */
export function writeTrialSteps(
  { task, words, outcome, attempt, shown, run }: TrialFacts,
  seed: number,
): DemoTrialStep[] {
  const common = streamFor(seed, "trial start", task.benchmark, task.name);
  const own = streamFor(seed, "trial", run, task.benchmark, task.name, attempt);
  const trouble = pick(task.topic.troubles, common);
  const slots = slotsOf(task, common);
  const start: Exchange[] = [pick(words.opening, common), pick(task.topic.look, common)];
  const failing: Exchange = [task.topic.run, trouble.error];
  const harmful = shown.find(({ memory }) => PLANTED_HARMFUL.some(({ key }) => key === memory.planted));
  const misled = PLANTED_HARMFUL.find(({ key }) => key === harmful?.memory.planted)?.misled;
  const rest: Exchange[] =
    outcome === "passed"
      ? [
          failing,
          [trouble.edit, ""],
          [task.topic.run, task.topic.pass],
          pick(words.closing, own),
          ["submit", "submitted"],
        ]
      : outcome === "failed" && misled
        ? misled.map(({ action, observation }): Exchange => [action, observation])
        : lostRest(outcome, failing, task, own);
  const steps = [...start, ...rest].map(
    ([action, observation]): DemoStep => ({
      action: fill(action, slots),
      observation: fill(observation, slots),
    }),
  );
  const cited = outcome === "passed" ? shown[0] : (harmful ?? shown[0]);
  return withThoughts(
    steps,
    cited,
    fill(outcome === "passed" ? trouble.fix : pick(words.misses, own), slots),
  );
}

function lostRest(outcome: Outcome, failing: Exchange, task: DemoTask, own: Random): Exchange[] {
  const again: Exchange[] = Array.from({ length: between(1, 3, own) }, (_, index) => [
    `${task.topic.run} 2>&1 | tail -n ${5 + 5 * index}`,
    failing[1],
  ]);
  if (outcome === "errored") return [failing, ...again.slice(0, 1)];
  return [failing, ...again, ["submit", "submitted without a passing check"]];
}

/** The first step names the memory that is used, the last but one what the agent thinks it did. */
function withThoughts(
  steps: readonly DemoStep[],
  cited: Retrieved | undefined,
  did: string,
): DemoTrialStep[] {
  const memory = cited && `I use memory item: "${embeddedText(cited.memory).split("\n")[0] ?? ""}".`;
  return steps.map((step, index) => ({
    source: "agent",
    ...(index === 0 && memory ? { message: memory } : {}),
    ...(index === steps.length - 2 ? { message: `Summary of this attempt: ${did}.` } : {}),
    ...step,
  }));
}
