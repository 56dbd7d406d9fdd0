import { areas, runArea } from "#bench/areas.ts";
import type { BenchRow } from "#bench/row.ts";
import { ok } from "#lib/shared/result.ts";
import { type Command, UsageError } from "./command.ts";
import { fixed, textTable } from "./text-table.ts";

export const benchCommand: Command = {
  summary: "Measures this program, beside named peers where there are some.",
  usage: `bench AREA... [--json]

  AREA    ${areas.join(", ")}
  --json  {area, rows: [{name, n, seconds, ratioTo, ...}]}; several areas are joined by "+"`,
  options: {},
  needsDatabase: false,
  run: async (input, { log, signal }) => {
    const asked = areas.filter((name) => input.positionals.includes(name));
    if (asked.length === 0 || asked.length < input.positionals.length) {
      throw new UsageError(`Name areas: ${areas.join(", ")}.`);
    }
    const rows: BenchRow[] = [];
    for (const area of asked) rows.push(...(await runArea(area, { log, signal })));
    const table = textTable(
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
    );
    return ok({ json: { area: asked.join("+"), rows }, text: table });
  },
};
