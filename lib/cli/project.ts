import { projectMemories } from "#lib/maps/project-memories.ts";
import { layoutEngines, projectedTypes } from "#lib/maps/schema.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { choiceOf, given, numberOf, rejectPositionals, textOf } from "./read-values.ts";
import { fixed } from "./text-table.ts";

export const projectCommand: Command = {
  summary: "Computes a map (UMAP) of memories and stores it.",
  usage: `project [options]

  --type NAME         ${projectedTypes.join(", ")} (all)
  --seed NUMBER       the same seed gives the same map (42)
  --neighbors NUMBER  number of neighbors (15)
  --min-dist NUMBER   minimum distance between points, 0 to 0.99 (0.1)
  --benchmark NAME    only memories of this benchmark (all)
  --engine NAME       ${layoutEngines.join(" or ")}: umap-js is the reference to compare with (carryover)
  --start-from ID     start from the positions in a stored map, to compare with it
  --space NAME        embedding space, model or model/dimensions (the active one)
  --json              {projectionId, n, trustworthiness, seconds, ...}`,
  options: {
    type: { type: "string" },
    seed: { type: "string" },
    neighbors: { type: "string" },
    "min-dist": { type: "string" },
    benchmark: { type: "string" },
    engine: { type: "string" },
    "start-from": { type: "string" },
    space: { type: "string" },
  },
  needsDatabase: true,
  run: async (input, { db, actor, signal, progress, finishEmbedding }) => {
    rejectPositionals(input);
    const benchmark = textOf(input, "benchmark");
    const params = given({
      type: choiceOf(input, "type", projectedTypes),
      seed: numberOf(input, "seed"),
      neighbors: numberOf(input, "neighbors"),
      minDist: numberOf(input, "min-dist"),
      engine: choiceOf(input, "engine", layoutEngines),
      startFrom: textOf(input, "start-from"),
      filter: benchmark ? { benchmarks: [benchmark] } : undefined,
      space: textOf(input, "space"),
    });
    await finishEmbedding();
    const report = await projectMemories(db, params, actor, { signal, progress });
    if (!report.ok) return report;
    const { n, type, seconds, trustworthiness, projectionId, reused } = report.value;
    const how = reused ? "already stored" : `${fixed(seconds, 1)} s`;
    const text = `${n} memories (${type}), trustworthiness ${fixed(trustworthiness)}, ${how}.\nOpen /map; projection ${projectionId}`;
    return ok({ json: report.value, text });
  },
};
