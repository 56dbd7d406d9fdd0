import { writeFile } from "node:fs/promises";
import { attributeRun } from "#lib/attribution/attribute-run.ts";
import { readReport } from "#lib/reports/read-report.ts";
import { reportHtml } from "#lib/reports/report-html.ts";
import { err, ok } from "#lib/shared/result.ts";
import { readRunComparison } from "#lib/transfer/verdict.ts";
import { type Command, UsageError } from "./command.ts";
import { findRun } from "./find-run.ts";
import { given, numberOf, rejectPositionals, requiredText } from "./read-values.ts";

export const reportCommand: Command = {
  summary: "Writes a comparison as one HTML file that opens from disk.",
  usage: `report --base RUN --candidate RUN --out FILE.html [options]

  --base RUN          name or id of the baseline
  --candidate RUN     name or id of the run to compare with it
  --out FILE          file to write
  --k NUMBER          attempts that decide whether a task is solved, and the k of pass@k (3)
  --exclude-errored   leave errored attempts out (default: they count as not passed)
  --json              {out, bytes, verdict, revision}`,
  options: {
    base: { type: "string" },
    candidate: { type: "string" },
    out: { type: "string" },
    k: { type: "string" },
    "exclude-errored": { type: "boolean" },
  },
  needsDatabase: true,
  run: async (input, { db, signal, progress }) => {
    rejectPositionals(input);
    const k = numberOf(input, "k");
    if (k !== undefined && !(Number.isInteger(k) && k >= 1 && k <= 100)) {
      throw new UsageError("--k is a whole number from 1 to 100.");
    }
    const out = requiredText(input, "out");
    const base = await findRun(db, requiredText(input, "base"));
    if (!base.ok) return base;
    const candidate = await findRun(db, requiredText(input, "candidate"));
    if (!candidate.ok) return candidate;
    const options = given({ k, excludeErrored: input.values["exclude-errored"] === true || undefined });
    const params = { base: base.value, candidate: candidate.value, ...options };
    const cases = await attributeRun(db, params, { signal, progress });
    const report = cases && (await readReport(db, params, cases));
    if (!report) return err("not_found", "One of the two runs no longer exists.");
    const text = reportHtml(report);
    const bytes = Buffer.byteLength(text);
    try {
      await writeFile(out, text);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      return err("unavailable", `${out} can't be written: ${code}.`);
    }
    const { title: verdict } = readRunComparison(report.compared);
    return ok({
      json: { out, bytes, verdict, revision: report.made.revision },
      text: `${verdict}.\nWritten to ${out} (${Math.ceil(bytes / 1024)} KB).`,
    });
  },
};
