import type { Db, RootDb } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { AssembledRun, AssembledTrial } from "./assembled.ts";
import { chunksByTask } from "./chunks-by-task.ts";
import { decideTrials } from "./decide-trials.ts";
import type { Originals } from "./originals/originals.ts";
import { endsImport, isChanged } from "./plan-run.ts";
import { isRowFault } from "./row-fault.ts";
import type { ImportRequest } from "./schema.ts";
import { listStoredTrials } from "./stored-trials.ts";
import { writeByBisection } from "./write-by-bisection.ts";
import { writeTrials } from "./write-trials.ts";

export type RunHooks = {
  actor: string;
  signal?: AbortSignal | undefined;
  /** What would import the run again; null where that is unknown. */
  request: ImportRequest | null;
  /** Keeps the files that told of trials; null where that is switched off. */
  originals: Originals | null;
  /** Called after each chunk with how many trials it held. */
  done: (count: number) => void;
  /** Told each trial that can't be written, and why. */
  refuse: (trial: AssembledTrial, error: unknown) => void;
};

/**
 * Writes a run and its trials: the run with the first chunk, then chunk by chunk, each one transaction. From the first
 * to the last the run is marked as unfinished, so that an import that is cut off leaves no half that looks whole.
 * @returns id of the run
 */
export async function applyRun(db: RootDb, run: AssembledRun, hooks: RunHooks): Promise<string> {
  let id = "";
  const chunks = chunksByTask(run.trials);
  const end = chunks.at(-1)?.at(-1);
  const write = (part: readonly AssembledTrial[]) =>
    db.$transaction(async (tx) => {
      const target = id || (await beginRun(tx, run, hooks));
      const decisions = decideTrials(part, await listStoredTrials(tx, target, part));
      const written = await writeTrials(tx, target, decisions);
      await hooks.originals?.keep(tx, written);
      if (end !== undefined && part.includes(end)) await endRun(tx, target, run);
      return target;
    });
  for (const chunk of chunks) {
    hooks.signal?.throwIfAborted();
    const keep = async (part: readonly AssembledTrial[]) => {
      id = await write(part);
    };
    await writeByBisection(chunk, keep, isRowFault, hooks.refuse);
    hooks.done(chunk.length);
  }
  // Where the last trial was refused, so was the end.
  if (id !== "") await endRun(db, id, run);
  return id;
}

/** Creates the run, or brings it up to date, and marks it as unfinished. */
async function beginRun(tx: Db, run: AssembledRun, { actor, request }: RunHooks): Promise<string> {
  const stored = await tx.run.findUnique({ where: { importKey: run.importKey } });
  const unfinishedTrials = Math.max(stored?.unfinishedTrials ?? 0, run.trials.length);
  const mark = { unfinishedTrials, ...(request ? { importRequest: request as Prisma.InputJsonObject } : {}) };
  if (stored && !isChanged(stored, run)) {
    await tx.run.update({ where: { id: stored.id }, data: mark });
    return stored.id;
  }
  const data = { ...columnsOf(run), ...mark };
  const { id } = stored
    ? await tx.run.update({ where: { id: stored.id }, data, select: { id: true } })
    : await tx.run.create({ data: { importKey: run.importKey, ...data }, select: { id: true } });
  const detail = { name: run.name, trials: run.trials.length, source: run.source };
  await tx.auditEvent.create({
    data: { actor, action: stored ? "run.reimport" : "run.import", subjectId: id, detail },
  });
  return id;
}

async function endRun(tx: Db, id: string, run: AssembledRun): Promise<void> {
  const { unfinishedTrials } = await tx.run.findUniqueOrThrow({
    where: { id },
    select: { unfinishedTrials: true },
  });
  if (endsImport({ unfinishedTrials }, run))
    await tx.run.update({ where: { id }, data: { unfinishedTrials: null } });
}

function columnsOf(run: AssembledRun) {
  const { name, arm, memoryType, scope, model, agent, source, config, startedAt, decided } = run;
  const started = startedAt === null ? null : new Date(startedAt);
  const settings = config as Prisma.InputJsonObject;
  const said = Object.keys(decided).length === 0 ? Prisma.DbNull : decided;
  return {
    name,
    arm,
    memoryType,
    scope,
    model,
    agent,
    source,
    config: settings,
    startedAt: started,
    decided: said,
  };
}
