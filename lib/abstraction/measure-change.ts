import type { RootDb } from "#lib/db/client.ts";
import type { EmbeddingSpace } from "#lib/db/generated/client.ts";
import { readVectors } from "#lib/embeddings/read-vectors.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { comparePools } from "./compare-pools.ts";
import { decodeMembers, type Member, vectorHash } from "./measured-members.ts";
import type { AbstractionChange } from "./schema.ts";

/** The pool as it is measured now. */
export type PresentPool = {
  ids: readonly string[];
  labels: readonly string[];
  matrix: Matrix & { data: Float32Array };
};

/**
 * How a measurement compares with the one before it, over the memories that came and went. Those that went are read
 * where the database still has the vector that was measured (deprecated ones), and counted where not.
 * @param before the newest snapshot so far; its members as stored
 * @returns null when its members were not kept
 * @throws signal.reason when aborted
 */
export async function measureChange(
  db: RootDb,
  space: EmbeddingSpace,
  now: PresentPool,
  before: { id: string; members: unknown },
  perplexity: number,
  hooks: WorkHooks = {},
): Promise<AbstractionChange | null> {
  const members = decodeMembers(before.members);
  if (!members) return null;
  const present = new Set(now.ids);
  const missing = [...members.keys()].filter((id) => !present.has(id));
  const gone = await readGone(db, space, members, missing, hooks.signal);
  const came = now.ids.filter((id) => !members.has(id)).length;
  const counts = {
    fromId: before.id,
    came,
    went: gone.labels.length,
    edited: now.ids.filter((id, row) => isEdited(members.get(id), now, row)).length,
    lost: missing.length - gone.labels.length,
  };
  if (came + gone.labels.length === 0)
    return {
      ...counts,
      dbi: null,
      lisi: null,
      undefinedBecause: "No comparable memory came or went.",
    };
  const { dbi, lisi } = await comparePools(
    {
      matrix: stack(now.matrix, gone.data),
      labels: [...now.labels, ...gone.labels],
      presence: Uint8Array.from([
        ...now.ids.map((id) => (members.has(id) ? 3 : 2)),
        ...gone.labels.map(() => 1),
      ]),
    },
    perplexity,
    hooks,
  );
  const reasons = [dbi, lisi].flatMap((test) => ("undefinedBecause" in test ? [test.undefinedBecause] : []));
  return {
    ...counts,
    dbi: "value" in dbi ? dbi.value : null,
    lisi: "value" in lisi ? lisi.value : null,
    ...(reasons[0] ? { undefinedBecause: reasons[0] } : {}),
  };
}

function isEdited(member: Member | undefined, { labels, matrix }: PresentPool, row: number): boolean {
  if (!member) return false;
  const { data, columns } = matrix;
  return (
    member.label !== labels[row] ||
    member.vector !== vectorHash(data.subarray(row * columns, (row + 1) * columns))
  );
}

/** Labels, and vectors one after another, of the memories that went and are still as they were measured. */
async function readGone(
  db: RootDb,
  space: EmbeddingSpace,
  members: ReadonlyMap<string, Member>,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ labels: string[]; data: Float32Array }> {
  if (ids.length === 0) return { labels: [], data: new Float32Array() };
  const { memories, matrix } = await readVectors(db, space, { type: null, deprecated: true, ids }, signal);
  const { columns } = matrix;
  const rows = memories.flatMap(({ id }, row) => {
    const member = members.get(id);
    const vector = matrix.data.subarray(row * columns, (row + 1) * columns);
    return member && member.vector === vectorHash(vector) ? [{ label: member.label, vector }] : [];
  });
  const data = new Float32Array(rows.length * columns);
  rows.forEach(({ vector }, row) => {
    data.set(vector, row * columns);
  });
  return { labels: rows.map(({ label }) => label), data };
}

function stack({ data, rows, columns }: PresentPool["matrix"], below: Float32Array): Matrix {
  if (below.length === 0) return { data, rows, columns };
  const all = new Float32Array(data.length + below.length);
  all.set(data);
  all.set(below, data.length);
  return { data: all, rows: rows + below.length / columns, columns };
}
