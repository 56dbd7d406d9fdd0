import { z } from "zod";
import type { RootDb } from "#lib/db/client.ts";
import type { EmbeddingSpace, MemoryType } from "#lib/db/generated/client.ts";
import type { VectorMemory } from "#lib/embeddings/embeddings-sql.ts";
import { readVectors } from "#lib/embeddings/read-vectors.ts";
import { resolveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { decodeCoordinates } from "#lib/maps/coordinates.ts";
import { inputHash } from "#lib/maps/input-hash.ts";
import { type ProjectedType, projectedTypes } from "#lib/maps/schema.ts";
import type { LabelKind } from "#lib/memories/label-kinds.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { type LabelOptions, labelOf } from "./label-of.ts";
import { measureChange } from "./measure-change.ts";
import { type Mixing, measureMixing } from "./measure-mixing.ts";
import { encodeMembers } from "./measured-members.ts";
import {
  type AbstractionInput,
  type AbstractionParams,
  type AbstractionResult,
  abstractionParams,
  resultVersion,
  storedLabel,
} from "./schema.ts";
import {
  confirmSnapshot,
  findPreviousSnapshot,
  findReusableSnapshot,
  type MeasuredMemory,
  type SnapshotKey,
  saveSnapshot,
} from "./snapshots.ts";

export type AbstractionReport = {
  space: string;
  label: LabelKind;
  /** The tag memories were told apart by, where the label is one. */
  tag?: string;
  /** What was measured on: the vectors themselves, or the 2-D map. */
  on: "vectors" | "map";
  types: Partial<Record<MemoryType, AbstractionResult>>;
  /** All types together. */
  overall?: AbstractionResult;
};

/**
 * DBI and LISI of each memory type and of all together (or of one) in a space, over the memories that have a vector
 * and aren't deprecated (deprecated ones count when lifecycle is the label). Every measurement is kept with its time;
 * the same input again costs nothing, and another input is compared with
 * the one before it. A type measured on its vectors leaves each memory's own LISI and invariant
 * share too.
 * @returns "invalid" for parameters out of range, "not_found" for an unknown space
 * @throws signal.reason when aborted
 */
export async function measureAbstraction(
  db: RootDb,
  input: AbstractionInput = {},
  { signal, progress }: WorkHooks = {},
): Promise<Result<AbstractionReport>> {
  const parsed = abstractionParams.safeParse(input);
  if (!parsed.success)
    return err("invalid", parsed.error.issues[0]?.message ?? "", z.flattenError(parsed.error).fieldErrors);
  const params = parsed.data;
  const space = await resolveSpace(db, params.space);
  if (!space.ok) return space;
  const types = params.type ? [params.type] : projectedTypes;
  const report: AbstractionReport = {
    space: spaceName(space.value),
    label: params.label,
    ...(params.label === "tag" && params.tag ? { tag: params.tag } : {}),
    on: params.on,
    types: {},
  };
  for (const [done, type] of types.entries()) {
    const what = type === "all" ? "all memories" : `${type} memories`;
    progress?.(done / types.length, `Measuring ${what}`);
    const result = await measureType(db, space.value, type, params, {
      signal,
      progress: (share, part) =>
        progress?.((done + share) / types.length, `Measuring ${what}${part ? `: ${part}` : ""}`),
    });
    if (type === "all") report.overall = result;
    else report.types[type] = result;
  }
  return ok(report);
}

async function measureType(
  db: RootDb,
  space: EmbeddingSpace,
  projected: ProjectedType,
  params: AbstractionParams,
  hooks: WorkHooks,
): Promise<AbstractionResult> {
  const { label, tag, perplexity, on } = params;
  const type = projected === "all" ? null : projected;
  const asOf = new Date();
  const vectors = await readVectors(db, space, { type, deprecated: label === "lifecycle" }, hooks.signal);
  const { memories, matrix } = on === "map" ? await readMap(db, space, type, vectors.memories) : vectors;
  const options: LabelOptions = { label, tag };
  const labels = memories.map((memory) => labelOf(memory, options));
  const tasks = memories.map(({ benchmark, task }) => `${benchmark} ${task}`);
  const ids = memories.map(({ id }) => id);
  const keys = ids.map((id, i) => `${id} ${labels[i]} ${tasks[i]}`);
  const hash = inputHash({ version: resultVersion, type, label, perplexity, on }, keys, matrix.data);
  // The map's numbers are another measure: under a label of their own, they are never shown for the vectors'.
  const key: SnapshotKey = {
    spaceId: space.id,
    type,
    label: storedLabel(params),
    perplexity,
    inputHash: hash,
    asOf,
  };
  const ofEach = on === "vectors" && type !== null;
  const [stored, previous] = await Promise.all([
    findReusableSnapshot(db, key, ofEach),
    findPreviousSnapshot(db, key),
  ]);
  if (stored && previous?.inputHash === hash) {
    await confirmSnapshot(db, previous.id, asOf);
    return stored;
  }
  // A layout moves every point: there, no memory stays to compare with.
  const isNew = on === "vectors" && previous?.inputHash !== hash;
  const change =
    isNew && previous
      ? await measureChange(db, space, { ids, labels, matrix }, previous, perplexity, {
          signal: hooks.signal,
          progress: (share) => hooks.progress?.(0.7 + 0.3 * share, "before and after"),
        })
      : null;
  const context = { change, members: on === "vectors" ? encodeMembers(ids, labels, matrix) : null };
  if (stored) {
    await saveSnapshot(db, key, stored, context, []);
    return stored;
  }
  const mixing = await measureMixing({ matrix, labels, tasks }, perplexity, {
    signal: hooks.signal,
    progress: (share, part) => hooks.progress?.(0.7 * share, part),
  });
  await saveSnapshot(db, key, mixing.result, context, ofEach ? partsOf(ids, mixing) : []);
  return mixing.result;
}

/** Each memory's own part in a measurement. */
function partsOf(
  ids: readonly string[],
  { lisi, invariantShare, foreignNeighbors }: Mixing,
): MeasuredMemory[] {
  return ids.map((memoryId, i) => ({
    memoryId,
    lisi: finiteOrNull(lisi?.[i]),
    invariantShare: finiteOrNull(invariantShare?.[i]),
    foreignNeighbors: finiteOrNull(foreignNeighbors?.[i]),
  }));
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** The points of the newest map of a type instead of the vectors, for the memories that are on it. */
async function readMap(
  db: RootDb,
  space: EmbeddingSpace,
  type: MemoryType | null,
  memories: readonly VectorMemory[],
): Promise<{ memories: VectorMemory[]; matrix: Matrix & { data: Float32Array } }> {
  const projection = await db.projection.findFirst({
    where: { spaceId: space.id, type, filter: { equals: {} } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { memoryIds: true, coordinates: true },
  });
  const { x, y } = decodeCoordinates(projection?.coordinates ?? new Uint8Array());
  const place = new Map((projection?.memoryIds ?? []).map((id, i) => [id, i]));
  const shown = memories.filter(({ id }) => place.has(id));
  const data = Float32Array.from(
    shown.flatMap(({ id }) => [x[place.get(id) ?? 0] ?? 0, y[place.get(id) ?? 0] ?? 0]),
  );
  return { memories: shown, matrix: { data, rows: shown.length, columns: 2 } };
}
