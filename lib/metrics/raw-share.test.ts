import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { labelCodes } from "./label-codes.ts";
import type { Matrix } from "./matrix.ts";
import { labelMeans, type Recentered, rawShares as rawShareSteps } from "./raw-share.ts";

const columns = 64;
const codesOf = (names: string[]) => labelCodes(names).codes;

function rawShares(matrix: Matrix, codes: Int32Array, recentered?: Recentered): Float64Array {
  const steps = rawShareSteps(matrix, codes, recentered);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Standard normal numbers (Box-Muller). */
function normals(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Rows = label shift of squared length `specific` + isotropic part of expected squared length 1: the
 * share that is invariant is about 1 / (1 + specific).
 */
function planted(specific: number, perLabel = 60, labels = 6): { matrix: Matrix; names: string[] } {
  const normal = normals(seededRandom(11));
  const shifts = Array.from({ length: labels }, () => {
    const shift = Array.from({ length: columns }, normal);
    const length = Math.hypot(...shift);
    return shift.map((value) => (value / length) * Math.sqrt(specific));
  });
  const rows = perLabel * labels;
  const data = Float64Array.from({ length: rows * columns }, (_, at) => {
    const label = Math.floor(at / columns) % labels;
    return (shifts[label]?.[at % columns] as number) + normal() / Math.sqrt(columns);
  });
  return {
    matrix: { data, rows, columns },
    names: Array.from({ length: rows }, (_, row) => `b${row % labels}`),
  };
}

function meanOf(shares: Float64Array | null): number {
  return (shares ?? Float64Array.of()).reduce((sum, share) => sum + share, 0) / (shares?.length ?? 0);
}

/** The definition, by forming every leave-one-out mean and an orthonormal basis. */
function byDefinition(matrix: Matrix, names: string[], row: number): number {
  const rowOf = (i: number) => Array.from(matrix.data.subarray(i * columns, (i + 1) * columns));
  const means = [...new Set(names)].map((name) => {
    const members = names.flatMap((other, i) => (other === name && i !== row ? [rowOf(i)] : []));
    return rowOf(0).map(
      (_, c) => members.reduce((sum, member) => sum + (member[c] as number), 0) / members.length,
    );
  });
  const center =
    means[0]?.map((_, c) => means.reduce((sum, mean) => sum + (mean[c] as number), 0) / means.length) ?? [];
  const v = rowOf(row).map((value, c) => value - (center[c] as number));
  const inner = (a: number[], b: number[]) => a.reduce((sum, value, c) => sum + value * (b[c] as number), 0);
  const basis: number[][] = [];
  for (const mean of means) {
    let rest = mean.map((value, c) => value - (center[c] as number));
    for (const axis of basis) {
      const overlap = inner(rest, axis);
      rest = rest.map((value, c) => value - overlap * (axis[c] as number));
    }
    const length = Math.sqrt(inner(rest, rest));
    if (length > 1e-9) basis.push(rest.map((value) => value / length));
  }
  return 1 - basis.reduce((sum, axis) => sum + inner(v, axis) ** 2, 0) / inner(v, v);
}

describe("rawShares", () => {
  it("agrees with its definition, row by row", () => {
    const { matrix, names } = planted(0.5, 8, 5);
    const shares = rawShares(matrix, codesOf(names));
    for (const row of [0, 7, 19, 39]) expect(shares[row]).toBeCloseTo(byDefinition(matrix, names, row), 9);
  });

  it.each([
    ["no specific part", 0, 1],
    ["half as much specific as invariant", 0.5, 0.67],
    ["equal parts", 1, 0.5],
    ["mostly specific", 4, 0.2],
  ])("recovers planted shares: %s", (_why, specific, expected) => {
    const { matrix, names } = planted(specific, 200);
    // The k - 1 directions of the means also catch some of the isotropic part: (k - 1) / d of it.
    expect(Math.abs(meanOf(rawShares(matrix, codesOf(names))) - expected)).toBeLessThan(0.1);
  });

  it("falls under shuffled labels only by what random means catch of the widest directions", () => {
    const { matrix, names } = planted(1, 200);
    const dealt = shuffled(names, seededRandom(2));
    // Variance: 5 directions of 1/6 + 1/64 and 59 of 1/64. Means of random groups catch (k - 1) / r of it, where
    // r = (sum of variances)^2 / sum of squared variances = 18.6 is the effective number of directions.
    expect(meanOf(rawShares(matrix, codesOf(dealt)))).toBeCloseTo(1 - 5 / 18.6, 1);
  });

  it("tells a specific row from an invariant one of the same label", () => {
    const { matrix, names } = planted(1, 60);
    const data = Float64Array.from(matrix.data);
    // Row 0 keeps its label's direction only, row 6 (same label) loses it: both estimated from the others.
    for (let c = 0; c < columns; c++) {
      const shift = Array.from({ length: 58 }, (_, i) => data[(12 + i * 6) * columns + c] as number);
      const direction = shift.reduce((sum, value) => sum + value, 0) / shift.length;
      data[c] = direction * 2;
      data[6 * columns + c] = (data[6 * columns + c] as number) - direction;
    }
    const shares = rawShares({ ...matrix, data }, codesOf(names));
    expect(shares[0]).toBeLessThan(0.2);
    expect(shares[6]).toBeGreaterThan(0.75);
  });

  it("leaves out rows without a label", () => {
    const { matrix } = planted(1, 5, 2);
    const some = Int32Array.from([0, 0, 0, 0, -1, 1, 1, 1, 1, -1]);
    const shares = rawShares(matrix, some);
    expect([...shares].map(Number.isFinite)).toEqual([...some].map((code) => code >= 0));
  });

  it("of recentered rows is that of the rows formed anew", () => {
    const { matrix, names } = planted(1, 8, 4);
    const codes = codesOf(names);
    const dealt = codesOf(shuffled(names, seededRandom(2)));
    const { means } = labelMeans(matrix, codes);
    const data = matrix.data.map((value, at) => {
      const row = Math.floor(at / columns);
      const meanOfLabel = (label: Int32Array) => means[label[row] as number]?.[at % columns] as number;
      return value - meanOfLabel(codes) + meanOfLabel(dealt);
    });
    const found = [...rawShares(matrix, dealt, { from: codes, means })];
    expect(found).toEqual(
      [...rawShares({ ...matrix, data }, dealt)].map((share) => expect.closeTo(share, 9)),
    );
    expect(found).toHaveLength(32);
  });
});
