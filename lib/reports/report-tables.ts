import { type Html, html } from "#lib/shared/html.ts";
import {
  formatDesignEffect,
  formatDifference,
  formatExpected,
  formatP,
  formatPercent,
  formatRepeatNoise,
} from "#lib/transfer/format.ts";
import type { BenchmarkComparison, Comparison } from "#lib/transfer/schema.ts";
import { shownK } from "#lib/transfer/shown-k.ts";
import { type ReportColumn, reportTable } from "./report-table.ts";

/** The numbers of a comparison, each beside what it is to be read against. */
export function figuresList(comparison: Comparison): Html {
  const { gained, lost, kept, never, pairs, errored, evidence, noise, micro, repeatNoise } = comparison;
  const byChance =
    noise.expectedLost === null || noise.expectedLostInterval === null
      ? "chance unknown"
      : `by chance ${formatExpected(noise.expectedLost, noise.expectedLostInterval)}`;
  const ks = [...new Set([1, shownK(comparison)])];
  const figures: [string | number, string, string][] = [
    [gained, "gained", errored.gained > 0 ? `${errored.gained} with errors` : `of ${pairs} tasks`],
    [lost, "lost", errored.lost > 0 ? `${errored.lost} with errors; ${byChance}` : byChance],
    [
      evidence.supported,
      "supported",
      noise.expectedSupported === null
        ? "beyond chance"
        : `by chance about ${noise.expectedSupported.toFixed(1)}`,
    ],
    [kept, "kept", `of ${pairs}`],
    [never, "never", `of ${pairs}`],
    ...ks.map((k): [string, string, string] => [
      formatDifference(micro[String(k)] ?? { delta: null, ci: null }),
      `pass@${k}, points`,
      k === 1 && repeatNoise ? `micro; two repeats differ by ${formatRepeatNoise(repeatNoise)}` : "micro",
    ]),
  ];
  return html`<ul class="figures">${figures.map(
    ([value, name, beside]) => html`<li><b>${value}</b> ${name}<br><span class="small">${beside}</span></li>`,
  )}</ul>`;
}

const columns: readonly ReportColumn<BenchmarkComparison>[] = [
  { head: "Benchmark", cell: (row) => row.benchmark },
  { head: "Pairs", numeric: true, cell: (row) => row.pairs },
  { head: "Gained", numeric: true, cell: (row) => row.gained },
  { head: "Lost", numeric: true, cell: (row) => row.lost },
  { head: "Kept", numeric: true, cell: (row) => row.kept },
  { head: "Never", numeric: true, cell: (row) => row.never },
  {
    head: "pass@1, points",
    numeric: true,
    cell: (row) => formatDifference(row.passAt["1"] ?? { delta: null, ci: null }),
    sort: (row) => row.passAt["1"]?.delta ?? null,
  },
  {
    head: "Repeats",
    numeric: true,
    cell: (row) => formatRepeatNoise(row.repeatNoise),
    sort: (row) => row.repeatNoise?.sd ?? null,
  },
  { head: "Baseline", numeric: true, cell: (row) => formatPercent(row.passAt["1"]?.base ?? null) },
  { head: "Candidate", numeric: true, cell: (row) => formatPercent(row.passAt["1"]?.candidate ?? null) },
  { head: "p", numeric: true, cell: (row) => formatP(row.test.p), sort: (row) => row.test.p },
  { head: "q", numeric: true, cell: (row) => formatP(row.test.q), sort: (row) => row.test.q },
  {
    head: "Min. detectable",
    numeric: true,
    cell: (row) => (row.smallestEffect ? (100 * row.smallestEffect.share).toFixed(1) : "none"),
    sort: (row) => row.smallestEffect?.share ?? null,
  },
  { head: "Design effect", numeric: true, cell: (row) => formatDesignEffect(row.clustered) },
];

/** The comparison per benchmark, with q over all of them. */
export function benchmarksSection({ byBenchmark }: Comparison): Html {
  return html`<section><h2>Benchmarks</h2>
${reportTable(`${byBenchmark.length} benchmarks; q: Benjamini-Hochberg over them`, columns, byBenchmark)}
</section>`;
}
