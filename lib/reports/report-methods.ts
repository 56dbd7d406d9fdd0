import { type Html, html } from "#lib/shared/html.ts";
import { describeTest } from "#lib/transfer/verdict.ts";
import type { Report } from "./schema.ts";

/** By what the numbers came about: enough to compute them again. */
export function methodsSection({ compared: { comparison }, made }: Report): Html {
  const { options, test, clustered, repeatNoise } = comparison;
  const level = Math.round(options.confidence * 100);
  const methods = [
    `Solved: passed in any of the first ${options.k} attempts, or of as many as both runs have. Errored attempts ${options.excludeErrored ? "are left out" : "count as not passed"}; missing ones are never counted.`,
    `Verdict: ${describeTest(test)}, two-sided at the 5% level, over each task's difference of pass rates (all counted attempts). Benchmarks: the same test, q by Benjamini-Hochberg over the benchmarks shown.`,
    `Intervals of differences: ${level}% score intervals, one task as one unit. pass@k: unbiased estimates over all counted attempts. micro: each task counts the same; macro: each benchmark.`,
    repeatNoise === null
      ? "Repeats: neither run was repeated."
      : `Repeats: 95% of the differences between two runs of one configuration, from the attempts of the ${repeatNoise.of} at ${repeatNoise.tasks} tasks.`,
    clustered === null
      ? "Repositories: no task name tells of one; every task is one unit."
      : `Repositories: design effect ${clustered.designEffect?.toFixed(2) ?? "unknown"} over ${clustered.clusters} clusters (Miller, arXiv 2411.00640).`,
    "Lost by chance: if memory changed nothing, the attempts of both runs at a task would be interchangeable (exact). Supported: at most 10% of such losses are expected to be chance.",
    "Memories: cases of memories that can't be told apart; harmful at q ≤ .05 over all cases of the run. Only reruns without a memory confirm it.",
    `Seeds: ${test.seed === null ? "nothing in this report is drawn at random" : `permutations ${test.seed}, ${test.draws} draws`}.`,
    `Versions: Carryover ${made.version}, Node ${made.node}. Data revision ${made.revision}.`,
  ];
  return html`<section><h2>Methods</h2>
<ul class="small">${methods.map((method) => html`<li>${method}</li>`)}</ul>
</section>`;
}
