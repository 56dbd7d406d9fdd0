import { writeFile } from "node:fs/promises";
import type { RootDb } from "#lib/db/client.ts";
import { formatDelta, formatReach, formatValue } from "#lib/matrix/format-value.ts";
import { matrixCsv, matrixLatex, matrixMarkdown } from "#lib/matrix/matrix-files.ts";
import { matrixNote } from "#lib/matrix/matrix-note.ts";
import { nameMeasure } from "#lib/matrix/name-measure.ts";
import { type GroupedMatrix, getMatrix } from "#lib/matrix/queries.ts";
import { GROUPINGS, MEASURES } from "#lib/matrix/schema.ts";
import { findRunId } from "#lib/runs/queries.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type Command, UsageError } from "./command.ts";
import { choiceOf, given, numberOf, rejectPositionals, textOf } from "./read-values.ts";
import { textTable } from "./text-table.ts";

const writers = { csv: matrixCsv, markdown: matrixMarkdown, latex: matrixLatex };
const formats = ["csv", "markdown", "latex"] as const;

export const matrixCommand: Command = {
  summary: "Shows all runs at once: benchmarks by runs, each run against its baseline.",
  usage: `matrix [options]

  --measure NAME    ${MEASURES.join(", ")} (pass);
                    pass: at least one of k attempts passes, all: all of k pass
  --k NUMBER        attempts of pass and all (1)
  --base RUN        name or id of the run all others are compared with; default: the newest zero-shot run of the same model
  --group NAME      ${GROUPINGS.join(", ")} (none)
  --format FORMAT   ${formats.join(", ")} instead of a table for a terminal
  --out FILE        write it to a file
  --json            {measure, runs, rows:[{benchmark, kind, cells:[{runId, value, solved, n, delta, ci, pairs, test, q,
                    arrow}]}], tests, below, belowByChance}`,
  options: {
    measure: { type: "string" },
    k: { type: "string" },
    base: { type: "string" },
    group: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
  },
  needsDatabase: true,
  run: async (input, { db }) => {
    rejectPositionals(input);
    const k = numberOf(input, "k") ?? 1;
    if (!(Number.isInteger(k) && k >= 1 && k <= 100))
      throw new UsageError("--k is a whole number from 1 to 100.");
    const measure = { kind: choiceOf(input, "measure", MEASURES) ?? "pass", k };
    const format = choiceOf(input, "format", formats);
    const baseline = await findBaseline(db, textOf(input, "base"));
    if (!baseline.ok) return baseline;
    const group = choiceOf(input, "group", GROUPINGS);
    const matrix = await getMatrix(db, { measure, ...given({ baseline: baseline.value, group }) });
    const text = format ? writers[format](matrix) : asText(matrix);
    const out = textOf(input, "out");
    if (out === undefined) return ok({ json: matrix, text });
    try {
      await writeFile(out, text.endsWith("\n") ? text : `${text}\n`);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      return err("unavailable", `${out} can't be written: ${code}.`);
    }
    return ok({ json: matrix, text: `Written to ${out}.` });
  },
};

async function findBaseline(db: RootDb, name: string | undefined): Promise<Result<string | undefined>> {
  if (name === undefined) return ok(undefined);
  const id = await findRunId(db, name);
  return id === null ? err("not_found", `There is no run ${name}. See: carryover runs`) : ok(id);
}

function asText(matrix: GroupedMatrix): string {
  if (matrix.runs.length === 0) return "No runs yet: carryover import FOLDER";
  const { measure } = matrix;
  const arrows = { up: " ↑", down: " ↓" };
  const table = textTable(
    [nameMeasure(measure), ...matrix.runs.map((run) => run.name)],
    matrix.rows.map((row) => [
      row.benchmark,
      ...row.cells.map((cell) =>
        cell.value === null
          ? "–"
          : `${formatValue(cell.value, measure)} (${formatReach(cell, measure)}) ${formatDelta(cell.delta, measure)}${cell.arrow ? arrows[cell.arrow] : ""}`.trim(),
      ),
    ]),
  );
  return [table, ...matrixNote(matrix)].join("\n");
}
