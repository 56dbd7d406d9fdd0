import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RootDb } from "#lib/db/client.ts";
import { createPlan } from "#lib/reruns/create-plan.ts";
import { planFiles } from "#lib/reruns/plan-files.ts";
import { totalPrice } from "#lib/reruns/price-reruns.ts";
import type { ProposedPlan } from "#lib/reruns/propose-plan.ts";
import { findRunId } from "#lib/runs/queries.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { findComparedTask } from "#lib/transfer/find-compared-task.ts";
import { type Command, UsageError } from "./command.ts";
import { numberOf, rejectPositionals, requiredText, textOf } from "./read-values.ts";
import { textTable } from "./text-table.ts";

export const planCommand: Command = {
  summary: "Plans the fewest reruns of a lost task that tell its memories apart.",
  usage: `plan --base RUN --candidate RUN --task TASK --out DIR [options]

  --base RUN          name or id of the baseline
  --candidate RUN     name or id of the run that lost the task
  --task TASK         the lost task: its id, its name, or benchmark/name
  --out DIR           folder to write: plan.json, prompts, and one Harbor job configuration a rerun
  --memories IDS      at most five of the memories shown, by id, with commas (default: the first five, by rank)
  --tasks DIR         where Harbor finds the task folders, from DIR (tasks)
  --round NUMBER      write the plan's repeats once more, as this round (1)
  --json              {planId, task, memories, reruns, lattice, price, files}`,
  options: {
    base: { type: "string" },
    candidate: { type: "string" },
    task: { type: "string" },
    out: { type: "string" },
    memories: { type: "string" },
    tasks: { type: "string" },
    round: { type: "string" },
  },
  needsDatabase: true,
  run: async (input, { db, actor }) => {
    rejectPositionals(input);
    const out = requiredText(input, "out");
    const round = numberOf(input, "round") ?? 1;
    if (!(Number.isInteger(round) && round >= 1 && round <= 100))
      throw new UsageError("--round is a whole number from 1 to 100.");
    const runs = { base: requiredText(input, "base"), candidate: requiredText(input, "candidate") };
    const named = await findTask(db, runs, requiredText(input, "task"));
    if (!named.ok) return named;
    const memoryIds = textOf(input, "memories")
      ?.split(",")
      .map((id) => id.trim());
    const request = { ...named.value, ...(memoryIds ? { memoryIds } : {}) };
    const plan = await createPlan(db, request, actor);
    if (!plan.ok) return plan;
    const files = planFiles(plan.value, { tasks: textOf(input, "tasks") ?? "tasks", round });
    for (const { path, text } of files) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await writeFile(join(out, path), text);
    }
    return ok({
      json: asJson(
        plan.value,
        files.map(({ path }) => path),
      ),
      text: asText(plan.value, out),
    });
  },
};

async function findTask(
  db: RootDb,
  names: { base: string; candidate: string },
  task: string,
): Promise<Result<{ base: string; candidate: string; taskId: string }>> {
  const base = await findRunId(db, names.base);
  if (base === null) return err("not_found", `There is no run ${names.base}. See: carryover runs`);
  const candidate = await findRunId(db, names.candidate);
  if (candidate === null) return err("not_found", `There is no run ${names.candidate}. See: carryover runs`);
  const found = await findComparedTask(db, { base, candidate }, task);
  return found.ok ? ok({ base, candidate, taskId: found.value.taskId }) : found;
}

function asJson({ id, task, memories, design, price, leftOut }: ProposedPlan, files: readonly string[]) {
  return {
    planId: id,
    task,
    memories: memories.map(({ id: memoryId, title, version }) => ({ memoryId, title, version })),
    leftOut,
    reruns: design.total,
    subsets: design.repeats.map((repeats, subset) => ({ subset, repeats })),
    design,
    lattice: design.lattice,
    price: {
      ...price,
      total: totalPrice(price, design.repeats),
      lattice: totalPrice(
        price,
        design.repeats.map(() => design.lattice.repeats),
      ),
    },
    files,
  };
}

function asText({ id, task, memories, design, price, leftOut }: ProposedPlan, out: string): string {
  const row = (name: string, reruns: number, repeats: readonly number[]) => {
    const { costUsd, inputTokens, outputTokens, durationMs } = totalPrice(price, repeats);
    const tokens =
      inputTokens === null && outputTokens === null ? null : (inputTokens ?? 0) + (outputTokens ?? 0);
    return [
      name,
      reruns,
      tokens === null ? "unknown" : Math.round(tokens).toLocaleString("en"),
      costUsd === null ? "unknown" : `$${costUsd.toFixed(2)}`,
      durationMs === null ? "unknown" : `${Math.round(durationMs / 60_000)} min`,
    ];
  };
  const whole = design.repeats.map(() => design.lattice.repeats);
  return [
    `${task.name} (${task.benchmark}): plan ${id}`,
    ...memories.map(({ title }, i) => `  ${i + 1}. ${title}`),
    ...(leftOut > 0 ? [`  ${leftOut} more shown, not in the plan`] : []),
    textTable(
      ["", "reruns", "tokens", "cost", "time"],
      [row("fewest", design.total, design.repeats), row("whole lattice", design.lattice.total, whole)],
    ),
    `Written to ${out}. Run the jobs in ${out}/harbor, then: carryover import ${out}/jobs`,
  ].join("\n");
}
