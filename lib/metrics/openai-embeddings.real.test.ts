import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv } from "#lib/env.ts";
import { daviesBouldin } from "./davies-bouldin.ts";
import { computeLisi } from "./lisi.ts";
import { matrixFromRows } from "./matrix.ts";

const realData = readEnv().realData;
const files = ["AIME_2024.csv", "AIME_2025.csv", "GameOf24.csv"];

describe("real 1536-d embeddings of three maths benchmarks", () => {
  const rows: number[][] = [];
  const labels: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(realData ?? "", "openai-embeddings", file), "utf8");
    for (const [list] of text.matchAll(/\[-?\d[^\]"]{5000,}\]/g)) {
      rows.push(JSON.parse(list) as number[]);
      labels.push(file);
    }
  }
  const matrix = matrixFromRows(rows);

  test("Davies-Bouldin agrees with scikit-learn", () => {
    expect([matrix.rows, matrix.columns]).toEqual([160, 1536]);
    const result = daviesBouldin(matrix, labels);
    expect("value" in result && result.value).toBeCloseTo(6.165329402213693, 10);
  });

  test.each([
    { perplexity: 30, mean: 1.5115783662611082, first: 2.3190377534130584 },
    { perplexity: 15, mean: 1.3737581224706203, first: 1.994983094983538 },
    { perplexity: 10, mean: 1.3192254647783357, first: 1.9814691111115257 },
    { perplexity: 5, mean: 1.241136932798181, first: 1.9815489248027336 },
  ])("LISI at perplexity $perplexity agrees", ({ perplexity, mean, first }) => {
    const result = computeLisi(matrix, labels, perplexity);
    if (!("value" in result)) throw new Error(result.undefinedBecause);
    expect(result.value.mean).toBeCloseTo(mean, 10);
    expect(result.value.perPoint[0]).toBeCloseTo(first, 10);
  });
});
