import { areas, runArea } from "#bench/areas.ts";
import { ok } from "#lib/shared/result.ts";
import { type Command, UsageError } from "./command.ts";
import { fixed, textTable } from "./text-table.ts";

export const benchCommand: Command = {
  summary: "Measures this program, beside named peers where there are some.",
  usage: `bench AREA [--json]

  AREA    ${areas.join(", ")}
  --json  {area, rows: [{name, n, seconds, ratioTo, ...}]}`,
  options: {},
  needsDatabase: false,
  run: async (input, { log, signal }) => {
    const area = areas.find((name) => name === input.positionals[0]);
    if (!area) throw new UsageError(`Name an area: ${areas.join(", ")}.`);
    const rows = await runArea(area, { log, signal });
    const table = textTable(
      ["", "n", "seconds", "ratio", "note"],
      rows.map(({ name, n, seconds, ratioTo, note }) => [
        name,
        n,
        fixed(seconds, 4),
        Object.entries(ratioTo ?? {})
          .map(([peer, ratio]) => `${fixed(ratio, 2)} x ${peer}`)
          .join(", "),
        note ?? "",
      ]),
    );
    return ok({ json: { area, rows }, text: table });
  },
};
