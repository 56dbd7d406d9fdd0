import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { decodeMembers, encodeMembers, vectorHash } from "./measured-members.ts";

const columns = 3;

function pool(count: number) {
  const random = seededRandom(count + 1);
  const data = Float32Array.from({ length: count * columns }, () => random() * 2 - 1);
  const ids = Array.from({ length: count }, (_, i) => `id-${i}`);
  const labels = ids.map((_, i) => ["Alpha", "Beta", "", "constructor", "ünï"][i % 5] ?? "");
  return { ids, labels, matrix: { data, rows: count, columns } };
}

describe("the members of a measurement", () => {
  it.each([0, 1, 2, 500])("come back from the database as they were stored: %i of them", (count) => {
    const { ids, labels, matrix } = pool(count);
    const stored: unknown = JSON.parse(JSON.stringify(encodeMembers(ids, labels, matrix)));
    const members = decodeMembers(stored);
    expect([...(members?.keys() ?? [])]).toEqual(ids);
    ids.forEach((id, row) => {
      const vector = matrix.data.subarray(row * columns, (row + 1) * columns);
      expect(members?.get(id)).toEqual({ label: labels[row], vector: vectorHash(vector) });
    });
  });

  it("name each label once, however many have it", () => {
    const { ids, labels, matrix } = pool(500);
    expect(encodeMembers(ids, labels, matrix)[0]).toEqual(["Alpha", "Beta", "", "constructor", "ünï"]);
  });

  it.each([null, undefined, {}, [], "x", [["Alpha"], ["id", 0]], [["Alpha"], ["id", 0.5, "hash"]], [[1]]])(
    "are not known where something else is stored: %j",
    (stored) => {
      expect(decodeMembers(stored)).toBeNull();
    },
  );

  it("have no label where its name was not stored", () => {
    expect(decodeMembers([["Alpha"], ["id", 7, "hash"]])?.get("id")).toEqual({ label: "", vector: "hash" });
  });
});

describe("vectorHash", () => {
  it("tells vectors apart that differ in one bit of one number, and in their order", () => {
    const next = new Float32Array(Int32Array.of(0x3f800001).buffer)[0] ?? 0;
    const vectors = [[1, 2, 3], [next, 2, 3], [2, 1, 3], [-1, 2, 3], [1, 2], [0], [-0]];
    const hashes = vectors.map((vector) => vectorHash(Float32Array.from(vector)));
    expect(new Set(hashes).size).toBe(vectors.length);
  });

  it("is that of the numbers alone, wherever they lie in a matrix", () => {
    const matrix = Float32Array.of(9, 9, 1, 2, 3, 9);
    expect(vectorHash(matrix.subarray(2, 5))).toBe(vectorHash(Float32Array.of(1, 2, 3)));
  });
});
