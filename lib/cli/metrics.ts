import { memoryTypes } from "#lib/memories/content.ts";
import { type AbstractionReport, measureAbstraction } from "#lib/projections/measure-abstraction.ts";
import { labelKinds } from "#lib/projections/schema.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { choiceOf, given, noPositionals, numberOf, textOf } from "./read-values.ts";
import { fixed, textTable } from "./text-table.ts";

export const metricsCommand: Command = {
  summary: "Measures DBI and LISI of each memory type: how mixed the benchmarks are among its vectors.",
  usage: `metrics [options]

  --type NAME          only ${memoryTypes.join(", ")}
  --label NAME         ${labelKinds.join(", ")} (benchmark)
  --perplexity NUMBER  of LISI (30); small pools clip it, and say so
  --space NAME         embedding space, model or model/dimensions (the active one)
  --on NAME            vectors, or map: another number, never to be compared with the first (vectors)
  --json               {space, label, types: {insight: {n, labels, dbi, lisi}, ...}}`,
  options: {
    type: { type: "string" },
    label: { type: "string" },
    perplexity: { type: "string" },
    space: { type: "string" },
    on: { type: "string" },
  },
  needsDatabase: true,
  run: async (input, { db, signal, progress, finishEmbedding }) => {
    noPositionals(input);
    const params = given({
      type: choiceOf(input, "type", memoryTypes),
      label: choiceOf(input, "label", labelKinds),
      perplexity: numberOf(input, "perplexity"),
      space: textOf(input, "space"),
      on: choiceOf(input, "on", ["vectors", "map"]),
    });
    await finishEmbedding();
    const report = await measureAbstraction(db, params, { signal, progress });
    return report.ok ? ok({ json: report.value, text: asText(report.value) }) : report;
  },
};

function asText({ space, label, on, types }: AbstractionReport): string {
  const rows = Object.entries(types).map(([type, { n, labels, dbi, lisi }]) => [
    type,
    n,
    Object.keys(labels).length,
    fixed(dbi),
    fixed(lisi?.mean),
    fixed(lisi?.randomLabelMean),
    fixed(lisi?.perplexity, 1),
  ]);
  const table = textTable(["type", "n", "labels", "DBI", "LISI", "LISI shuffled", "perplexity"], rows);
  return `Space ${space}, by ${label}, on the ${on === "map" ? "2-D map" : "vectors"}. Higher = more mixed = more abstract.\n${table}`;
}
