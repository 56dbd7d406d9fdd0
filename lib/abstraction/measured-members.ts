import { createHash } from "node:crypto";
import { z } from "zod";
import type { Matrix } from "#lib/metrics/matrix.ts";

/** A memory that was measured: under which label, and with which vector. */
export type Member = { label: string; vector: string };

const storedMembers = z.tuple([z.array(z.string())]).rest(z.tuple([z.string(), z.int(), z.string()]));

/** Whom a measurement was of, as it is stored beside it. */
export function encodeMembers(
  ids: readonly string[],
  labels: readonly string[],
  { data, columns }: Matrix,
): z.infer<typeof storedMembers> {
  const names = [...new Set(labels)];
  const place = new Map(names.map((name, at) => [name, at]));
  return [
    names,
    ...ids.map((id, row): [string, number, string] => [
      id,
      place.get(labels[row] ?? "") ?? 0,
      vectorHash(data.subarray(row * columns, (row + 1) * columns)),
    ]),
  ];
}

/** The members of a stored measurement by id; null when they were not kept. */
export function decodeMembers(stored: unknown): Map<string, Member> | null {
  const parsed = storedMembers.safeParse(stored);
  if (!parsed.success) return null;
  const [names, ...rows] = parsed.data;
  return new Map(rows.map(([id, place, vector]) => [id, { label: names[place] ?? "", vector }]));
}

/** Tells one vector of a memory from another. */
export function vectorHash(vector: Float32Array | Float64Array): string {
  const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 11);
}
