import { z } from "zod";
import type { RootDb } from "#lib/db/client.ts";
import type { EmbeddingSpace, MemoryType } from "#lib/db/generated/client.ts";
import { readVectors, type VectorMemory } from "#lib/embeddings/read-vectors.ts";
import { resolveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { measureMixing } from "./abstraction.ts";
import { decodeCoordinates } from "./coordinates.ts";
import { inputHash } from "./input-hash.ts";
import type { LayoutHooks } from "./layout.ts";
import {
  type AbstractionInput,
  type AbstractionParams,
  type AbstractionResult,
  abstractionParams,
  abstractionResult,
  type LabelKind,
} from "./schema.ts";

export type AbstractionReport = {
  space: string;
  label: LabelKind;
  /** What was measured on: the vectors themselves, or the 2-D map. */
  on: "vectors" | "map";
  types: Partial<Record<MemoryType, AbstractionResult>>;
};

/** Changes with the arithmetic, so that an older version's numbers aren't taken for this one's. */
const measureVersion = 1;

/**
 * DBI and LISI of each memory type (or one) in a space, over the memories that have a vector and aren't deprecated
 * (deprecated ones count when lifecycle is the label). Results are kept by input: the same again costs nothing.
 * @returns "invalid" for parameters out of range, "not_found" for an unknown space
 * @throws signal.reason when aborted
 */
export async function measureAbstraction(
  db: RootDb,
  input: AbstractionInput = {},
  { signal, progress }: LayoutHooks = {},
): Promise<Result<AbstractionReport>> {
  const parsed = abstractionParams.safeParse(input);
  if (!parsed.success)
    return err("invalid", parsed.error.issues[0]?.message ?? "", z.flattenError(parsed.error).fieldErrors);
  const params = parsed.data;
  const space = await resolveSpace(db, params.space);
  if (!space.ok) return space;
  const types = params.type ? [params.type] : memoryTypes;
  const report: AbstractionReport = {
    space: spaceName(space.value),
    label: params.label,
    on: params.on,
    types: {},
  };
  for (const [done, type] of types.entries()) {
    const stage = `Measuring ${type} memories`;
    progress?.(done / types.length, stage);
    report.types[type] = await measureType(db, space.value, type, params, {
      signal,
      progress: (share) => progress?.((done + share) / types.length, stage),
    });
  }
  return ok(report);
}

async function measureType(
  db: RootDb,
  space: EmbeddingSpace,
  type: MemoryType,
  params: AbstractionParams,
  { signal, progress }: LayoutHooks,
): Promise<AbstractionResult> {
  const { label, perplexity, on } = params;
  const asOf = new Date();
  const vectors = await readVectors(db, space, { type, deprecated: label === "lifecycle" }, signal);
  const { memories, matrix } = on === "map" ? await readMap(db, space, type, vectors.memories) : vectors;
  const labels = memories.map((memory) => labelOf(memory, label));
  const keys = memories.map(({ id }, i) => `${id} ${labels[i]}`);
  const hash = inputHash({ measureVersion, type, label, perplexity, on }, keys, matrix.data);
  const where = { spaceId_inputHash: { spaceId: space.id, inputHash: hash } };
  const stored = await db.metricSnapshot.findUnique({ where });
  if (stored) {
    // The newest snapshot of a type is the one that is shown, and this one holds again.
    await db.metricSnapshot.update({ where, data: { createdAt: asOf } });
    return abstractionResult.parse(stored.result);
  }
  const onShare = (share: number) => progress?.(share, "");
  const result = await measureMixing(matrix, labels, perplexity, { signal, onShare });
  // The map's numbers are another measure: kept under a label of their own, they are never shown for the vectors'.
  const storedLabel = on === "map" ? `${label} on map` : label;
  const columns = {
    spaceId: space.id,
    type,
    label: storedLabel,
    perplexity,
    inputHash: hash,
    result,
    createdAt: asOf,
  };
  await db.metricSnapshot.upsert({ where, create: columns, update: {} });
  return result;
}

function labelOf(memory: VectorMemory, label: LabelKind): string {
  return memory[label] ?? "(unknown)";
}

/** The points of the newest map of a type instead of the vectors, for the memories that are on it. */
async function readMap(
  db: RootDb,
  space: EmbeddingSpace,
  type: MemoryType,
  memories: readonly VectorMemory[],
): Promise<{ memories: VectorMemory[]; matrix: Matrix & { data: Float32Array } }> {
  const projection = await db.projection.findFirst({
    where: { spaceId: space.id, type },
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
