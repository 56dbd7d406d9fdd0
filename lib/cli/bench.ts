import { areas, runAreas } from "#bench/areas.ts";
import { type StudyName, studyNames } from "#bench/calibration.ts";
import type { BenchArea, BenchRow } from "#bench/row.ts";
import { ok } from "#lib/shared/result.ts";
import { type Command, UsageError } from "./command.ts";
import { fixed, textTable } from "./text-table.ts";

export const benchCommand: Command = {
  summary: "Benchmarks Carryover, against named peers where there are any.",
  usage: `bench AREA... [STUDY...] [--json]

  AREA    ${areas.join(", ")}
  STUDY   of the area calibration (default: all): ${studyNames.join(", ")}
  --json  {area, rows: [{name, n, seconds, ratioTo, ...}]}; several areas are joined by "+"

Rows are printed as each area or study finishes, so Ctrl-C loses none of those.`,
  options: {},
  needsDatabase: false,
  run: async ({ positionals }, { log, signal }) => {
    const asked = readAsked(positionals);
    const groups = runAreas(asked.areas, asked.studies, { log, signal });
    return ok({ json: asJson(asked.areas.join("+"), groups), text: asTables(groups) });
  },
};

/** @throws UsageError naming what there is */
export function readAsked(positionals: readonly string[]): { areas: BenchArea[]; studies: StudyName[] } {
  const asked = areas.filter((name) => positionals.includes(name));
  const studies = studyNames.filter((name) => positionals.includes(name));
  const known: readonly string[] = [...areas, ...studyNames];
  const unknown = positionals.find((name) => !known.includes(name));
  if (asked.includes("calibration") && unknown !== undefined)
    throw new UsageError(`There is no study or area "${unknown}". Studies: ${studyNames.join(", ")}.`);
  if (asked.length === 0 || unknown !== undefined)
    throw new UsageError(`Name at least one area: ${areas.join(", ")}.`);
  if (studies.length > 0 && !asked.includes("calibration"))
    throw new UsageError(`"${studies[0]}" is a study: bench calibration ${studies[0]}.`);
  return { areas: asked, studies };
}

/** A table of each group of rows, as it comes. */
export async function* asTables(groups: AsyncIterable<BenchRow[]>): AsyncGenerator<string> {
  for await (const rows of groups) yield `${tableOf(rows)}\n`;
}

async function* asJson(area: string, groups: AsyncIterable<BenchRow[]>): AsyncGenerator<string> {
  let between = "";
  yield `{"area":${JSON.stringify(area)},"rows":[`;
  for await (const rows of groups)
    for (const row of rows) {
      yield `${between}${JSON.stringify(row)}`;
      between = ",";
    }
  yield "]}\n";
}

function tableOf(rows: readonly BenchRow[]): string {
  return textTable(
    ["", "n", "seconds", "ratio", "measured", "nominal", "note"],
    rows.map(({ name, n, seconds, ratioTo, measured, nominal, note }) => [
      name,
      n,
      fixed(seconds, 4),
      Object.entries(ratioTo ?? {})
        .map(([peer, ratio]) => `${fixed(ratio, 2)} x ${peer}`)
        .join(", "),
      fixed(measured ?? null, 3),
      nominal ?? "",
      note ?? "",
    ]),
    110,
  );
}
