import { type CsvColumn, csvOf } from "#lib/shared/csv.ts";
import { latexTable, markdownTable } from "#lib/shared/table-markup.ts";
import { formatDifference, formatP, formatPercent, formatRepeatNoise } from "./format.ts";
import type { BenchmarkComparison, Comparison, Difference, RunComparison } from "./schema.ts";
import { readRunComparison } from "./verdict.ts";

const csvColumns: readonly CsvColumn<BenchmarkComparison>[] = [
  ["benchmark", (row) => row.benchmark],
  ["pairs", (row) => row.pairs],
  ["gained", (row) => row.gained],
  ["lost", (row) => row.lost],
  ["kept", (row) => row.kept],
  ["never", (row) => row.never],
  ["baseline_pass_at_1", (row) => row.passAt["1"]?.base ?? null],
  ["candidate_pass_at_1", (row) => row.passAt["1"]?.candidate ?? null],
  ["difference", (row) => row.passAt["1"]?.delta ?? null],
  ["interval_low", (row) => row.passAt["1"]?.ci?.[0] ?? null],
  ["interval_high", (row) => row.passAt["1"]?.ci?.[1] ?? null],
  ["sd_between_repeats", (row) => row.repeatNoise?.sd ?? null],
  ["p", (row) => row.test.p],
  ["q", (row) => row.test.q],
  ["design_effect", (row) => row.clustered?.designEffect ?? null],
];

/** A row per benchmark in full precision; unknown is an empty field, not 0. */
export function benchmarksCsv({ comparison }: RunComparison): string {
  return csvOf(csvColumns, comparison.byBenchmark);
}

/** A table as in a README, with what it means below. */
export function benchmarksMarkdown(compared: RunComparison): string {
  const rows = compared.comparison.byBenchmark.map(cellsOf);
  const table = markdownTable(heads, [...rows, ...averagesOf(compared.comparison)]);
  return `${[...table, "", ...notesOf(compared)].join("\n")}\n`;
}

/** A table for a paper, with what it means in comments above. */
export function benchmarksLatex(compared: RunComparison): string {
  const rows = compared.comparison.byBenchmark.map(cellsOf);
  const table = latexTable(heads, [rows, averagesOf(compared.comparison)]);
  return `${[...notesOf(compared).map((sentence) => `% ${sentence.replace(/\s+/g, " ")}`), ...table].join("\n")}\n`;
}

const heads = ["Benchmark", "Pairs", "Baseline", "Candidate", "Difference", "Repeats", "Gained", "Lost", "q"];

function cellsOf(row: BenchmarkComparison): string[] {
  return [
    row.benchmark,
    String(row.pairs),
    ...sharesOf(row.passAt["1"]),
    formatRepeatNoise(row.repeatNoise),
    String(row.gained),
    String(row.lost),
    formatP(row.test.q),
  ];
}

function averagesOf({ micro, macro, repeatNoise, gained, lost, pairs }: Comparison): string[][] {
  return [
    [
      "micro",
      String(pairs),
      ...sharesOf(micro["1"]),
      formatRepeatNoise(repeatNoise),
      String(gained),
      String(lost),
      "",
    ],
    ["macro", String(pairs), ...sharesOf(macro["1"]), "", "", "", ""],
  ];
}

function sharesOf(difference: Difference | undefined): string[] {
  if (!difference) return ["–", "–", "–"];
  return [formatPercent(difference.base), formatPercent(difference.candidate), formatDifference(difference)];
}

function notesOf(compared: RunComparison): string[] {
  const { base, candidate, comparison } = compared;
  const { title, test } = readRunComparison(compared);
  const level = Math.round(comparison.options.confidence * 100);
  return [
    `${base.name} (baseline) against ${candidate.name} (candidate): ${title}. ${test}`,
    `Baseline and candidate: pass@1. Difference: points, ${level}% score interval over tasks. Repeats: 95% of the differences between two repeats of one configuration. q: Benjamini-Hochberg over the benchmarks.`,
  ];
}
