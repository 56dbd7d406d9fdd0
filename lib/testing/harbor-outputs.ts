import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type OutputsSize = {
  /** A folder each; repeats lie beside it as `{arm}_run2`, ... Arms other than "zero-shot" show memories. */
  arms: readonly string[];
  tasks: number;
  attempts: number;
  /** Agent steps of a trajectory. */
  steps: number;
  /** Leave out the files that harnesses write around a trial. */
  bare?: boolean;
  /** Characters of each observation. */
  observation?: number;
};

/**
 * For tests and benchmarks: a folder as the published pipeline leaves it, `{run}/{benchmark}/{i}/{trial}`, with the files
 * around each trial. Everything is made from the numbers of arm, task and attempt, so it is the same every time.
 * @returns how many files were written
 */
export async function writeOutputs(root: string, size: OutputsSize): Promise<number> {
  let files = 0;
  for (const [armIndex, arm] of size.arms.entries()) {
    for (let attempt = 1; attempt <= size.attempts; attempt += 1) {
      const runName = attempt === 1 ? arm : `${arm}_run${attempt}`;
      for (let task = 1; task <= size.tasks; task += 1) {
        const trial = { armIndex, arm, attempt, task, runName };
        const folder = join(root, runName, "alpha-bench", String(task));
        for (const [name, text] of Object.entries(filesOf(trial, size))) {
          await mkdir(join(folder, name, ".."), { recursive: true });
          await writeFile(join(folder, name), text);
          files += 1;
        }
      }
    }
  }
  return files;
}

type Trial = { armIndex: number; arm: string; attempt: number; task: number; runName: string };

function filesOf(trial: Trial, size: OutputsSize): Record<string, string> {
  const { armIndex, arm, attempt, task } = trial;
  const passed = (task * 7 + attempt * 3 + armIndex) % 5 < 2;
  const name = `task-${task}__a${attempt}`;
  const result = { [`${name}/result.json`]: JSON.stringify(resultOf(trial, name)) };
  const reward = { [`${name}/verifier/reward.txt`]: passed ? "1" : "0" };
  if (size.bare) return { ...result, ...reward };
  return {
    ...result,
    ...reward,
    "result.json": JSON.stringify({ id: idOf(trial, 1), n_total_trials: 1, stats: { evals: {} } }),
    "job.log": "started\nended\n",
    "config.json": JSON.stringify({ n_attempts: 1 }),
    "llm_judgement.json": JSON.stringify({
      llm_judgement: passed ? "PASS" : "FAIL",
      llm_judgement_bool: passed,
    }),
    [`${name}/config.json`]: JSON.stringify({ task: task }),
    [`${name}/trial.log`]: "started\nended\n",
    [`${name}/verifier/test-stdout.txt`]: "1 test\n",
    [`${name}/verifier/ctrf.json`]: JSON.stringify({
      results: { tool: {}, summary: { tests: 1 }, tests: [] },
    }),
    [`${name}/agent/install.sh`]: "#!/bin/sh\n",
    [`${name}/agent/trajectory.json`]: JSON.stringify(trajectoryOf(trial, size)),
    [`${name}/agent/mini-swe-agent.txt`]: arm === "zero-shot" ? "no memory\n" : logOf(trial),
  };
}

/** A UUID that tells the trial. */
function idOf({ armIndex, attempt, task }: Trial, kind: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  return `${hex(kind, 8)}-${hex(armIndex, 4)}-7${hex(attempt, 3)}-8000-${hex(task, 12)}`;
}

function startOf({ armIndex, attempt, task }: Trial): number {
  return Date.UTC(2026, 0, 1 + armIndex * 3 + attempt) + task * 60_000;
}

function resultOf(trial: Trial, name: string) {
  const started = startOf(trial);
  return {
    id: idOf(trial, 2),
    task_name: `task-${trial.task}`,
    trial_name: name,
    source: "alpha-bench",
    task_checksum: `sum-${trial.task}`,
    config: { agent: { name: "mini-swe-agent", model_name: "toy/model-1" } },
    agent_info: { name: "mini-swe-agent", version: "1", model_info: { name: "model-1", provider: "toy" } },
    agent_result: { n_input_tokens: 1000 + trial.task, n_output_tokens: 100, cost_usd: 0.01 },
    verifier_result: null,
    exception_info: null,
    started_at: new Date(started).toISOString(),
    finished_at: new Date(started + 30_000).toISOString(),
  };
}

function trajectoryOf(trial: Trial, { steps, observation = 200 }: OutputsSize) {
  const said = `Solve task ${trial.task} of the toy benchmark.`;
  const started = startOf(trial);
  return {
    schema_version: "ATIF-v1.2",
    session_id: idOf(trial, 3),
    agent: { name: "mini-swe-agent", version: "1", model_name: "toy/model-1" },
    steps: [
      { step_id: 1, source: "user", timestamp: new Date(started).toISOString(), message: said },
      ...Array.from({ length: steps }, (_, index) => ({
        step_id: index + 2,
        source: "agent",
        timestamp: new Date(started + index * 1000).toISOString(),
        message: `Step ${index} of ${trial.runName}`,
        tool_calls: [
          {
            tool_call_id: `c${index}`,
            function_name: "bash_command",
            arguments: { command: `look ${index}` },
          },
        ],
        observation: {
          results: [
            { source_call_id: `c${index}`, content: `${trial.task}.${index} `.repeat(observation / 6) },
          ],
        },
      })),
    ],
  };
}

/** Three memories of another benchmark, shown before the agent began. */
function logOf({ arm, task }: Trial): string {
  const shown = [0, 1, 2].map((rank) => {
    const insight = {
      title: `Advice ${(task + rank) % 40} of ${arm}`,
      description: "A piece of toy advice.",
      content: "Look before you write, and read what the tests say about it.",
    };
    const memory = {
      type: "insight",
      benchmark: "beta-bench",
      task_name: `born-${rank}`,
      task: "Toy.",
      llm_judge: true,
      insight,
    };
    return { score: 0.7 - rank / 10, memory };
  });
  return `<retrieval_query>I would look first.</retrieval_query>\n<memory_items>${JSON.stringify(shown)}</memory_items>\n`;
}
