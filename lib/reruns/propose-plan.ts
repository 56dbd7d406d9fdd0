import type { Db } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { renderPrompt } from "#lib/retrieval/prompt.ts";
import { hashJson } from "#lib/shared/hash.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { getComparedTasks } from "#lib/transfer/queries.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { designReruns } from "./design-reruns.ts";
import { priceOf } from "./price-reruns.ts";
import {
  listAttempts,
  readShownMemories,
  type ShownContent,
  shownTo,
  showsUnknown,
} from "./read-lost-task.ts";
import {
  type LoggedSubset,
  MOST_MEMORIES,
  type PlanRequest,
  planRequest,
  RERUN_ALPHA,
  type StoredPlan,
} from "./schema.ts";

/** A plan that nobody has asked to keep yet. */
export type ProposedPlan = StoredPlan & {
  id: string;
  base: { id: string; name: string };
  candidate: { id: string; name: string };
  taskId: string;
  candidateTaskId: string;
  /** Memories shown that the plan leaves out: more than five, or of the log alone. */
  leftOut: number;
};

const SEED = 42;
type Attempts = Awaited<ReturnType<typeof listAttempts>>;

/**
 * The fewest reruns that tell the memories of a lost task apart. Reads only.
 * @returns "not_found" where the two runs share no such task, "invalid" where it is not lost or no memory was shown
 */
export async function proposePlan(db: Db, request: PlanRequest): Promise<Result<ProposedPlan>> {
  const parsed = parseInput(planRequest, request);
  if (!parsed.ok) return parsed;
  const { base, candidate, taskId, memoryIds } = parsed.value;
  const compared = await getComparedTasks(db, { base, candidate });
  const task = compared?.tasks.find((each) => each.taskId === taskId || each.candidateTaskId === taskId);
  if (!compared || !task)
    return err("not_found", "These two runs share no such task. See: carryover compare");
  if (task.outcome !== "lost")
    return err("invalid", `${task.taskName} is not a lost task: only those have suspects to rerun.`);
  const attempts = {
    base: await listAttempts(db, base, task.taskId),
    candidate: await listAttempts(db, candidate, task.candidateTaskId),
  };
  const lost = attempts.candidate.find(
    (attempt) => attempt.outcome !== "passed" && attempt.outcome !== "missing" && shownTo(attempt).length > 0,
  );
  const shown = lost ? await readShownMemories(db, lost) : [];
  const chosen = memoryIds ? shown.filter(({ id }) => memoryIds.includes(id)) : shown.slice(0, MOST_MEMORIES);
  if (chosen.length === 0 || chosen.length < (memoryIds?.length ?? 0))
    return err(
      "invalid",
      `No attempt that lost ${task.taskName} was shown ${memoryIds ? "these memories" : "a memory of the pool"}.`,
    );
  const leftOut = new Set(lost?.retrievals.map(({ memoryId, id }) => memoryId ?? id)).size - chosen.length;
  const about = await describeTask(db, candidate, task);
  const plan = buildPlan(chosen, attempts, about);
  const id = planIdOf([
    base,
    candidate,
    task.taskId,
    chosen.map((each) => [each.id, each.version]),
    plan.design.repeats,
    plan.alpha,
  ]);
  return ok({
    ...plan,
    id,
    base: { id: base, name: compared.base.name },
    candidate: { id: candidate, name: compared.candidate.name },
    taskId: task.taskId,
    candidateTaskId: task.candidateTaskId,
    leftOut,
  });
}

async function describeTask(
  db: Db,
  runId: string,
  { benchmark, taskName, checksum, candidateTaskId }: PairedTask,
) {
  const row = await db.task.findUnique({ where: { id: candidateTaskId }, select: { statement: true } });
  const run = await db.run.findUnique({ where: { id: runId }, select: { agent: true, model: true } });
  return {
    task: { benchmark, name: taskName, checksum, statement: row?.statement ?? null },
    agent: { name: run?.agent ?? null, model: run?.model ?? null },
  };
}

function buildPlan(
  shown: readonly ShownContent[],
  attempts: { base: Attempts; candidate: Attempts },
  about: Pick<StoredPlan, "task" | "agent">,
): StoredPlan {
  const ids = shown.map(({ id }) => id);
  const logged = loggedSubsets(ids, attempts);
  const design = designReruns(ids.length, ratesOf(attempts));
  const prompt = (subset: number) => renderPrompt(membersOf(shown, subset), false).text;
  return {
    ...about,
    memories: shown.map((memory) => ({
      id: memory.id,
      version: memory.version,
      title: memory.title,
      type: memory.type,
      benchmark: memory.benchmark,
      text: renderPrompt([memory], false).text.split("## Memory Item 1\n").at(-1) ?? "",
    })),
    subsets: design.repeats.map((repeats, subset) => ({ subset, repeats, prompt: prompt(subset) })),
    design,
    price: { without: priceOf(attempts.base.map(costOf)), with: priceOf(attempts.candidate.map(costOf)) },
    logged,
    seed: SEED,
    alpha: RERUN_ALPHA,
  };
}

/** The plan's memories that a subset holds, in order. */
export function membersOf<T>(memories: readonly T[], subset: number): T[] {
  return memories.filter((_, i) => (subset & (1 << i)) !== 0);
}

function costOf({ costUsd, inputTokens, outputTokens, durationMs }: Attempts[number]) {
  return { costUsd, inputTokens, outputTokens, durationMs };
}

/** Shares of the logged attempts, with half an attempt added either way: 3 of 3 is not certain. */
function ratesOf({ base, candidate }: { base: Attempts; candidate: Attempts }) {
  const rate = (attempts: Attempts) => {
    const scored = attempts.filter(({ outcome }) => outcome === "passed" || outcome === "failed");
    return (scored.filter(({ outcome }) => outcome === "passed").length + 0.5) / (scored.length + 1);
  };
  return { without: rate(base), with: rate(candidate) };
}

/** What is known of subsets already: attempts that were shown nothing beside the plan's memories. */
function loggedSubsets(
  ids: readonly string[],
  attempts: { base: Attempts; candidate: Attempts },
): LoggedSubset[] {
  const found = new Map<number, LoggedSubset>();
  for (const attempt of [...attempts.base, ...attempts.candidate]) {
    const shown = shownTo(attempt);
    const isScored = attempt.outcome === "passed" || attempt.outcome === "failed";
    if (!isScored || showsUnknown(attempt) || shown.some((id) => !ids.includes(id))) continue;
    const subset = ids.reduce((mask, id, i) => (shown.includes(id) ? mask | (1 << i) : mask), 0);
    const known = found.get(subset) ?? { subset, passed: 0, scored: 0 };
    found.set(subset, {
      subset,
      passed: known.passed + Number(attempt.outcome === "passed"),
      scored: known.scored + 1,
    });
  }
  return [...found.values()].sort((a, b) => a.subset - b.subset);
}

/** A UUID (version 8) that follows from what is planned. */
function planIdOf(said: unknown): string {
  const hex = hashJson(said);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
