import { type AbstractionReport, measureAbstraction } from "#lib/abstraction/measure-abstraction.ts";
import { projectedTypes } from "#lib/maps/schema.ts";
import { labelKinds } from "#lib/memories/label-kinds.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { choiceOf, given, numberOf, rejectPositionals, textOf } from "./read-values.ts";
import { fixed, textTable } from "./text-table.ts";

export const metricsCommand: Command = {
  summary: "Measures how mixed the benchmarks are in each memory type: DBI and LISI.",
  usage: `metrics [options]

  --type NAME          only ${projectedTypes.join(", ")} (each type, and all together)
  --label NAME         ${labelKinds.join(", ")} (benchmark)
  --tag NAME           the tag to use with "--label tag"
  --perplexity NUMBER  perplexity of LISI (30); clipped in small pools, which the answer shows
  --space NAME         embedding space, model or model/dimensions (the active one)
  --on NAME            vectors or map (vectors); the two give different numbers: don't compare them
  --json               {space, label, types: {insight: {n, labels, dbi, lisi}, ...}}`,
  options: {
    type: { type: "string" },
    label: { type: "string" },
    tag: { type: "string" },
    perplexity: { type: "string" },
    space: { type: "string" },
    on: { type: "string" },
  },
  needsDatabase: true,
  run: async (input, { db, signal, progress, finishEmbedding }) => {
    rejectPositionals(input);
    const params = given({
      type: choiceOf(input, "type", projectedTypes),
      label: choiceOf(input, "label", labelKinds),
      tag: textOf(input, "tag"),
      perplexity: numberOf(input, "perplexity"),
      space: textOf(input, "space"),
      on: choiceOf(input, "on", ["vectors", "map"]),
    });
    await finishEmbedding();
    const report = await measureAbstraction(db, params, { signal, progress });
    return report.ok ? ok({ json: report.value, text: asText(report.value) }) : report;
  },
};

function asText({ space, label, tag, on, types, overall }: AbstractionReport): string {
  const measured = overall ? { ...types, all: overall } : types;
  const rows = Object.entries(measured).map(([type, { n, labels, dbi, dbiInterval, dbiShuffled, lisi }]) => [
    type,
    n,
    Object.keys(labels).length,
    withInterval(dbi, dbiInterval),
    fixed(dbiShuffled?.mean),
    withInterval(lisi?.mean, lisi?.interval),
    fixed(lisi?.randomLabelMean),
    fixed(lisi?.perplexity, 1),
  ]);
  const columns = ["type", "n", "labels", "DBI (95%)", "shuffled", "LISI (95%)", "shuffled", "perplexity"];
  const by = tag ? `the tag ${tag}` : label;
  return `Space ${space}, by ${by}, on the ${on === "map" ? "2-D map" : "vectors"}. Higher = more mixed = more abstract.\n${textTable(columns, rows)}`;
}

function withInterval(
  value: number | null | undefined,
  interval: { low: number; high: number } | null | undefined,
): string {
  return interval ? `${fixed(value)} (${fixed(interval.low)} to ${fixed(interval.high)})` : fixed(value);
}
