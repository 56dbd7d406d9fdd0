import { incompleteText, listIncompleteRuns } from "#lib/runs/incomplete-runs.ts";
import { err, ok } from "#lib/shared/result.ts";
import { formatExpected } from "#lib/transfer/format.ts";
import { getComparison } from "#lib/transfer/queries.ts";
import type { Comparison, Difference, RunComparison } from "#lib/transfer/schema.ts";
import { describeTest, readComparison } from "#lib/transfer/verdict.ts";
import { type Command, UsageError } from "./command.ts";
import { findRun } from "./find-run.ts";
import { given, numberOf, rejectPositionals, requiredText } from "./read-values.ts";
import { fixed, percent, textTable } from "./text-table.ts";

export const compareCommand: Command = {
  summary: "Compares a candidate run to a baseline, paired by task.",
  usage: `compare --base RUN --candidate RUN [options]

  --base RUN          name or id of the baseline
  --candidate RUN     name or id of the run to compare with it
  --k NUMBER          attempts that decide whether a task is solved, and the k of pass@k (3)
  --exclude-errored   leave errored attempts out (default: they count as not passed)
  --json              {pairs, unmatched, gained, lost, kept, never, test, mcnemar, passAt, micro, macro, byBenchmark,
                      evidence, errored, bounds, noise, tasks, ...}`,
  options: {
    base: { type: "string" },
    candidate: { type: "string" },
    k: { type: "string" },
    "exclude-errored": { type: "boolean" },
  },
  needsDatabase: true,
  run: async (input, { db }) => {
    rejectPositionals(input);
    const k = numberOf(input, "k");
    if (k !== undefined && !(Number.isInteger(k) && k >= 1 && k <= 100)) {
      throw new UsageError("--k is a whole number from 1 to 100.");
    }
    const names = { base: requiredText(input, "base"), candidate: requiredText(input, "candidate") };
    const base = await findRun(db, names.base);
    if (!base.ok) return base;
    const candidate = await findRun(db, names.candidate);
    if (!candidate.ok) return candidate;
    const options = given({ k, excludeErrored: input.values["exclude-errored"] === true || undefined });
    const compared = await getComparison(db, { base: base.value, candidate: candidate.value, ...options });
    if (!compared) return err("not_found", "One of the two runs no longer exists.");
    const { comparison, ...runs } = compared;
    const incomplete = await listIncompleteRuns(db, [base.value, candidate.value]);
    const caveat = incomplete.length > 0 ? `${incompleteText(incomplete)}\n` : "";
    const json = { ...runs, ...comparison, incomplete: incomplete.map(({ name }) => name) };
    return ok({ json, text: `${caveat}${asText(compared)}` });
  },
};

function asText({ base, candidate, comparison }: RunComparison): string {
  const { gained, lost, kept, never, mcnemar, test, pairs, unmatched, passAt, macro, byBenchmark } =
    comparison;
  const verdict = readComparison(comparison);
  const unpaired = unmatched.base.length + unmatched.candidate.length;
  const averages = (named: string, by: Record<string, Difference>) =>
    Object.entries(by).map(([k, difference]) => [`pass@${k} ${named}`, ...cells(difference)]);
  const table = textTable(
    ["", "baseline", "candidate", "difference", "95% interval", "tasks"],
    [...averages("micro", passAt), ...averages("macro", macro)],
  );
  const benchmarks = textTable(
    ["benchmark", "pairs", "gained", "lost", "lost with errors", "kept", "never", "q"],
    byBenchmark.map((row) => [
      row.benchmark,
      row.pairs,
      row.gained,
      row.lost,
      row.errored.lost,
      row.kept,
      row.never,
      fixed(row.test.q),
    ]),
  );
  return [
    `${base.name} -> ${candidate.name}`,
    `${pairs} tasks paired: ${gained} gained, ${lost} lost, ${kept} kept, ${never} never; ${unpaired} unmatched.`,
    `${describeTest(test)}: p = ${fixed(test.p, 4)}; exact McNemar over ${mcnemar.discordant} gained and lost: p = ${fixed(mcnemar.p, 4)}.`,
    `${verdict.title}. ${verdict.bounds ?? "No attempt errored or is missing."}`,
    lossesAsText(comparison),
    table,
    benchmarks,
  ].join("\n");
}

function lossesAsText({ lost, errored, evidence, noise }: Comparison): string {
  const expected =
    noise.expectedLost !== null && noise.expectedLostInterval !== null
      ? `; chance alone would lose ${formatExpected(noise.expectedLost, noise.expectedLostInterval)}`
      : "";
  const byChance =
    noise.expectedSupported === null
      ? ""
      : `; chance alone would give about ${fixed(noise.expectedSupported, 1)}`;
  const few = noise.repeatedPairs === 0 ? " Too few repeats to tell which losses exceed chance." : "";
  return `${lost - errored.lost} lost without errored attempts${expected}. ${errored.lost} lost with errored attempts. ${evidence.supported} supported${byChance}.${few}`;
}

function cells({ base, candidate, delta, ci, tasks }: Difference): (string | number)[] {
  const interval = ci ? `${percent(ci[0])} to ${percent(ci[1])}` : "-";
  return [percent(base), percent(candidate), percent(delta), interval, tasks];
}
