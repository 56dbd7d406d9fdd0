import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { parseContent } from "#lib/memories/content.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { lintMemory, rarityOf } from "./lint-memory.ts";
import { listTaskTexts } from "./lint-sql.ts";
import { type DuplicateFinding, findNearDuplicates } from "./near-duplicates.ts";
import { findRewordings } from "./rewordings.ts";
import { type Finding, lintRuleNames, type RuleContext } from "./schema.ts";

export const lintInput = z.strictObject({
  /** Only this rule; the findings of others stay. */
  rule: z.enum(lintRuleNames, { error: `Rules are ${lintRuleNames.join(", ")}` }).optional(),
  /** Only these memories; default: all that are not deprecated. */
  ids: z.array(z.uuid()).max(100_000).optional(),
});
export type LintInput = z.input<typeof lintInput>;
export type LintOutcome = { memories: number; findings: number; byRule: Record<string, number> };

type Options = { signal?: AbortSignal; progress?: (share: number, stage: string) => void };
type MemoryFinding = Finding & { memoryId: string };

const pageSize = 500;

/**
 * Lints memories and replaces their stored findings, all in one transaction at the end. Deprecated
 * memories lose their findings: nobody serves them.
 */
export async function lintMemories(
  db: RootDb,
  input: LintInput,
  actor: Actor,
  { signal, progress }: Options = {},
): Promise<Result<LintOutcome>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(lintInput, input);
  if (!parsed.ok) return parsed;
  const { rule, ids } = parsed.value;
  const versions = new Map<string, number>();
  const context = { at: new Date(), isRare: await readRarity(db) };
  const found: MemoryFinding[] = [];
  for await (const page of lintPages(db, ids, context)) {
    await yieldToEventLoop(signal);
    for (const { id, version } of page.memories) versions.set(id, version);
    found.push(...page.findings);
    progress?.(Math.min(0.5, versions.size / 40_000), `Linted ${versions.size} memories`);
  }
  if (!rule || rule === "near-duplicate") {
    const onProgress = (share: number) => progress?.(0.5 + share / 2, "Comparing memories with each other");
    const near = await findNearDuplicates(db, { ids, signal, onProgress });
    // One by one: four hundred memories that say the same are 160,000 pairs, more than a call takes arguments.
    for (const finding of onePerPair(near, await findRewordings(db, ids, signal))) found.push(finding);
  }
  const findings = found.filter(
    (finding) => (!rule || finding.rule === rule) && versions.has(finding.memoryId),
  );
  await replaceFindings(db, { rule, ids }, findings, versions);
  const byRule = Object.fromEntries(
    [...Map.groupBy(findings, (finding) => finding.rule)].map(([name, group]) => [name, group.length]),
  );
  return ok({ memories: versions.size, findings: findings.length, byRule });
}

/** A pair that is near in both ways is told once, by its vectors. */
function onePerPair(near: DuplicateFinding[], reworded: DuplicateFinding[]): MemoryFinding[] {
  const pairs = new Map<string, MemoryFinding>();
  for (const { otherId, ...finding } of [...near, ...reworded]) {
    const pair = `${finding.memoryId} ${otherId}`;
    if (!pairs.has(pair)) pairs.set(pair, finding);
  }
  return [...pairs.values()];
}

async function* lintPages(db: RootDb, ids: string[] | undefined, context: RuleContext) {
  let after: string | undefined;
  for (;;) {
    const memories = await db.memory.findMany({
      where: {
        lifecycle: { not: "deprecated" },
        ...(ids ? { id: { in: ids } } : {}),
        ...(after ? { AND: { id: { gt: after } } } : {}),
      },
      orderBy: { id: "asc" },
      take: pageSize,
      select: {
        id: true,
        version: true,
        type: true,
        content: true,
        task: true,
        outcome: true,
        lifecycle: true,
        validUntil: true,
      },
    });
    const findings = memories.flatMap(({ id, version: _version, type, content, ...rest }) =>
      lintMemory({ ...parseContent(type, content), ...rest }, context).map((finding) => ({
        ...finding,
        memoryId: id,
      })),
    );
    yield { memories, findings };
    after = memories.at(-1)?.id;
    if (memories.length < pageSize) return;
  }
}

async function readRarity(db: RootDb): Promise<(word: string) => boolean> {
  return rarityOf(await listTaskTexts(db));
}

async function replaceFindings(
  db: RootDb,
  { rule, ids }: z.infer<typeof lintInput>,
  findings: readonly MemoryFinding[],
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = findings.map(({ span: [spanStart, spanEnd], ...finding }) => ({
    ...finding,
    spanStart,
    spanEnd,
    memoryVersion: versions.get(finding.memoryId) ?? 0,
  }));
  await db.$transaction(async (tx) => {
    await tx.lintFinding.deleteMany({
      where: { ...(rule ? { rule } : {}), ...(ids ? { memoryId: { in: ids } } : {}) },
    });
    for (let start = 0; start < rows.length; start += 2000) {
      await tx.lintFinding.createMany({ data: rows.slice(start, start + 2000) });
    }
  });
}
