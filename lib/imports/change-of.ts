import type { MemoryChange } from "#lib/memories/record.ts";
import type { Drafted } from "./draft-memory.ts";

/**
 * What a record may change of a memory that is there: what its format carries. Lifecycle and validity are the
 * curator's: only our own format has them, so only it may change them. An MTL pool that we wrote has neither tags nor
 * generators, and takes none away.
 */
export function changeOf({ draft, record }: Pick<Drafted, "draft" | "record">): MemoryChange {
  const change: MemoryChange = {
    benchmarkName: draft.benchmarkName,
    taskName: draft.taskName,
    task: draft.task,
    outcome: draft.outcome,
    content: draft.content,
  };
  if (record.ownId !== null && draft.sourceFormat !== "carryover-memory/1") return change;
  Object.assign(change, {
    tags: draft.tags ?? [],
    generator: draft.generator ?? null,
    sourceModel: draft.sourceModel ?? null,
  });
  if (draft.sourceFormat !== "carryover-memory/1") return change;
  return {
    ...change,
    lifecycle: draft.lifecycle ?? "active",
    validFrom: draft.validFrom ?? null,
    validUntil: draft.validUntil ?? null,
  };
}
