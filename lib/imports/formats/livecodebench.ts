import { basename, dirname } from "node:path/posix";
import { compactDetails } from "#lib/runs/trial-details.ts";
import { amountOf, isObject, type JsonObject, kindOf, nameOf, textOf } from "../json-fields.ts";
import { parseJson } from "../parse-json.ts";
import { type ImportRecord, problem, type TrialRecord } from "../records.ts";
import { shown, unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";
import { isProblem, type ObjectRow, objectRows } from "./object-rows.ts";

const PASS_AT_1 = "pass@1";

/**
 * LiveCodeBench's `..._eval_all.json`: a list of problems with one grade for each generated solution. The solutions are
 * independent of each other, so each is an attempt. The model stands in no file, only in its folder's name.
 */
export const liveCodeBench: Format = {
  name: "livecodebench",
  recognize: ({ value, shape }) => {
    const first: unknown = Array.isArray(value) ? value[0] : shape === "lines" ? value : null;
    return isObject(first) && "question_id" in first && "graded_list" in first;
  },
  parse,
};

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  const seen = new Set<string>();
  for await (const row of objectRows(input, { noun: "trials", what: "a problem with its grades" })) {
    if (isProblem(row)) {
      yield row;
      continue;
    }
    const at = (field: string) => ({ line: row.line, field: row.inRow(field), rejects: "trials" as const });
    const name = nameOf(row.value["question_id"]);
    const grades = row.value["graded_list"];
    if (name === null) yield problem("The problem has no id.", at("question_id"));
    else if (seen.has(name))
      yield problem(`The problem ${shown(name)} stands here twice.`, at("question_id"));
    else if (!Array.isArray(grades) || !grades.every((grade) => typeof grade === "boolean"))
      yield problem(
        `Expected true or false for each solution, found ${shownGrades(grades)}.`,
        at("graded_list"),
      );
    else {
      seen.add(name);
      yield* trialsOf(input, row, { name, grades });
    }
  }
}

function shownGrades(grades: unknown): string {
  return Array.isArray(grades) ? shown(grades.find((grade) => typeof grade !== "boolean")) : kindOf(grades);
}

function* trialsOf(
  input: ParseInput,
  row: ObjectRow,
  { name, grades }: { name: string; grades: readonly boolean[] },
): Generator<ImportRecord> {
  const { value, line, inRow } = row;
  yield* unreadable(value, { contest_date: "time", difficulty: "text", platform: "text" }, { line, inRow });
  const share = grades.filter(Boolean).length / grades.length;
  const said = value[PASS_AT_1];
  if (typeof said === "number" && grades.length > 0 && Math.abs(said - share) > 1e-9)
    yield problem(`Says ${said}, but ${share} of its grades are true; the grades were imported.`, {
      line,
      field: inRow(PASS_AT_1),
    });
  const notes = Array.isArray(value["metadata"]) ? value["metadata"] : [];
  for (const [index, passed] of grades.entries())
    yield trialOf(input, value, { name, line, index, passed, note: noteOf(notes[index]) });
}

type Solution = { name: string; line: number | null; index: number; passed: boolean; note: JsonObject };

function trialOf({ file, benchmark }: ParseInput, value: JsonObject, solution: Solution): TrialRecord {
  const { name, line, index, passed, note } = solution;
  const folder = dirname(file.place);
  return {
    kind: "trial",
    path: file.path,
    line,
    format: "livecodebench",
    folder,
    runFolder: folder,
    sourceId: null,
    label: `${basename(file.place)}#${name}${index === 0 ? "" : `#${index + 1}`}`,
    benchmark: benchmark ?? "livecodebench",
    taskName: name,
    checksum: "",
    statement:
      [textOf(value["question_title"]), textOf(value["question_content"])]
        .filter((part) => part !== null)
        .join("\n\n") || null,
    agent: null,
    model: basename(folder),
    outcome: passed ? "passed" : "failed",
    reward: passed ? 1 : 0,
    error: passed ? null : errorOf(note),
    costUsd: null,
    inputTokens: null,
    outputTokens: null,
    startedAt: null,
    durationMs: null,
    setup: { file: basename(file.place) },
    details: compactDetails({
      platform: textOf(value["platform"]),
      difficulty: textOf(value["difficulty"]),
      released: textOf(value["contest_date"])?.slice(0, 10) ?? null,
      executionSeconds: amountOf(note["execution time"]),
    }),
  };
}

/** Each solution's metadata is a JSON text, or already the object that it says. */
function noteOf(value: unknown): JsonObject {
  const read = typeof value === "string" ? parseJson(value).value : value;
  return isObject(read) ? read : {};
}

function errorOf(note: JsonObject): string | null {
  const said = textOf(note["error_message"]) ?? textOf(note["error"]);
  return said === null ? null : said.slice(0, 2000);
}
