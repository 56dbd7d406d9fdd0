import { exportToFile } from "#lib/exports/export-memories.ts";
import { exportFormats } from "#lib/exports/schema.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { filterOf } from "./filter.ts";
import { choiceOf, rejectPositionals, requiredText } from "./read-values.ts";

export const exportCommand: Command = {
  summary: "Writes the memories that match a filter to a file.",
  usage: `export [options] --out FILE

  --format NAME         ${exportFormats.join(", ")} (jsonl)
  --filter QUERYSTRING  the query string of /memories, e.g. "type=insight&lifecycle=active"
  --out FILE            file to write; an existing one is replaced only once the new one is complete
  --json                {written, sha256}`,
  options: { format: { type: "string" }, filter: { type: "string" }, out: { type: "string" } },
  needsDatabase: true,
  run: async (input, { db, signal }) => {
    rejectPositionals(input);
    const path = requiredText(input, "out");
    const format = choiceOf(input, "format", exportFormats) ?? "jsonl";
    const report = await exportToFile(db, { format, filter: filterOf(input), signal }, path);
    if (!report.ok) return report;
    const { written, sha256 } = report.value;
    return ok({ json: report.value, text: `${written} memories written to ${path}\nSHA-256 ${sha256}` });
  },
};
