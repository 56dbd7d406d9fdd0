import type { RunSetup } from "#lib/runs/run-setup.ts";
import type { MatrixCell, MatrixRun } from "./schema.ts";

/** What curves are drawn over. */
export const CURVE_FIELDS = ["poolSize", "domains", "retrieval", "scope", "generator"] as const;
export type CurveField = (typeof CURVE_FIELDS)[number];

/** A fact of a run and where it was read. */
type CurveFact = { value: number | string; from: string };

export type CurveRun = {
  run: MatrixRun;
  facts: Partial<Record<CurveField, CurveFact>>;
  micro: MatrixCell | null;
  macro: MatrixCell | null;
};

/** The release that a run cites, and the memories that it was shown. */
export type RunOrigins = {
  release: { memories: number; name: string } | null;
  shown: { generators: readonly string[]; domains: number } | null;
};

/** What is stated or imported goes first; then what the cited release and the memories shown tell. Unknown is absent. */
export function curveFacts(run: MatrixRun, setup: RunSetup, origins: RunOrigins): CurveRun["facts"] {
  const { release, shown } = origins;
  const [generator] = shown?.generators ?? [];
  const said = "run facts";
  const facts: [CurveField, number | string | null | undefined, string][] = [
    ["poolSize", setup.poolSize, said],
    ["poolSize", release?.memories, `release ${release?.name}`],
    ["domains", setup.domains, said],
    ["domains", shown?.domains, "memories shown"],
    ["retrieval", setup.retrieval, said],
    ["scope", run.scope?.replace("_", "-"), "arm"],
    ["generator", setup.generator, said],
    ["generator", shown?.generators.length === 1 ? generator : null, "memories shown"],
  ];
  const found: CurveRun["facts"] = {};
  for (const [field, value, from] of facts) {
    if (value !== null && value !== undefined && value !== "") found[field] ??= { value, from };
  }
  return found;
}
