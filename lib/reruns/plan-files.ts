import { totalPrice } from "./price-reruns.ts";
import { membersOf } from "./propose-plan.ts";
import { rerunId } from "./rerun-id.ts";
import type { StoredPlan } from "./schema.ts";

/** A file of an exported plan, below its folder. */
export type PlanFile = { path: string; text: string };

export type PlanFileOptions = {
  /** Folder with the tasks in Harbor's format, as Harbor finds it from the plan's folder. */
  tasks: string;
  /** 1 = the planned repeats; later rounds repeat them. */
  round: number;
};

type Exported = StoredPlan & { id: string };

/** The plan for any runner, Harbor's job configurations with the prompts they name, and how to run them. */
export function planFiles(plan: Exported, options: PlanFileOptions): PlanFile[] {
  return [
    { path: "README.md", text: readMe(plan, options) },
    { path: "plan.json", text: json(planDocument(plan, options)) },
    ...plan.subsets
      .filter(({ subset }) => subset > 0)
      .map(({ subset, prompt }) => ({ path: promptPath(subset), text: `${prompt}\n` })),
    ...rerunsOf(plan, options.round).map((rerun) => ({
      path: `harbor/${rerun.rerunId}.json`,
      text: json(harborJob(plan, rerun, options)),
    })),
  ];
}

/** plan.json: the whole plan in one document, reruns in an order in which blocks fill up early. */
export function planDocument(plan: Exported, { round }: Pick<PlanFileOptions, "round">) {
  const { id, task, agent, memories, subsets, design, price, logged, seed, alpha } = plan;
  return {
    format: "carryover-rerun-plan/1",
    planId: id,
    round,
    task,
    agent,
    seed,
    alpha,
    memories,
    subsets: subsets.map(({ subset, repeats, prompt }) => ({
      subset,
      memoryIds: idsOf(plan, subset),
      repeats,
      prompt,
    })),
    reruns: rerunsOf(plan, round),
    design,
    logged,
    price: { ...price, total: totalPrice(price, design.repeats) },
  };
}

type Rerun = { rerunId: string; subset: number; memoryIds: string[]; repeat: number };

function rerunsOf(plan: Exported, round: number): Rerun[] {
  const most = Math.max(0, ...plan.design.repeats);
  return Array.from({ length: most }, (_, i) => i + 1).flatMap((place) =>
    plan.subsets
      .filter(({ repeats }) => place <= repeats)
      .map(({ subset, repeats }) => {
        const repeat = (round - 1) * repeats + place;
        return {
          rerunId: rerunId({ planId: plan.id, subset, repeat }),
          subset,
          memoryIds: idsOf(plan, subset),
          repeat,
        };
      }),
  );
}

function idsOf({ memories }: Exported, subset: number): string[] {
  return membersOf(memories, subset).map(({ id }) => id);
}

function promptPath(subset: number): string {
  return `prompts/s${subset}.md`;
}

/** One attempt of Harbor: its JobConfig. The name of the job is the rerun's id, by which its result is known again. */
function harborJob({ task, agent }: Exported, { rerunId: name, subset }: Rerun, { tasks }: PlanFileOptions) {
  return {
    job_name: name,
    jobs_dir: "jobs",
    n_attempts: 1,
    agents: [{ name: agent.name, model_name: agent.model }],
    tasks: [{ path: `${tasks}/${task.name}`, source: task.benchmark }],
    extra_instruction_paths: subset === 0 ? [] : [promptPath(subset)],
  };
}

function readMe(plan: Exported, { round }: PlanFileOptions): string {
  const reruns = rerunsOf(plan, round);
  const memories = plan.memories.map(({ title }, i) => `${i + 1}. ${title}`);
  return [
    `# Reruns of ${plan.task.name} (${plan.task.benchmark})`,
    `${reruns.length} reruns tell these memories apart:`,
    memories.join("\n"),
    "A subset is named by its bits: s0 is no memory, s1 memory 1, s2 memory 2, s3 memories 1 and 2, s4 memory 3, and so on.",
    "## With Harbor",
    "Run each job from this folder. The memories are given as extra instructions, which older versions of Harbor ignore: their results are refused by the import. Correct `tasks` and `agents` in the files where they are not yours.",
    '```sh\nfor job in harbor/*.json; do harbor run -c "$job"; done\nnpx carryover import jobs\n```',
    "## With any other runner",
    "`plan.json` lists the reruns with their prompts. Write one line per attempt, then import the file:",
    `\`\`\`json\n{"rerunId": "${reruns[0]?.rerunId ?? ""}", "outcome": "passed"}\n\`\`\``,
    "`outcome` is passed, failed, errored or missing. Optional: `id`, `startedAt`, `durationMs`, `costUsd`, `inputTokens`, `outputTokens`, `error`.",
    "Import as often as you like: looking does not change the chance of a false confirmation.",
    "",
  ].join("\n\n");
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
