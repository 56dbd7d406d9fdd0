import { basename, dirname } from "node:path/posix";
import { compactDetails, type TrialDetails } from "#lib/runs/trial-details.ts";
import { amountOf, countOf, isObject, type JsonObject, objectAt, textOf } from "../json-fields.ts";
import { type ImportRecord, problem, type TrialRecord } from "../records.ts";
import { shown, unreadable } from "../unreadable.ts";
import { type AiderPlace, placeOfAider } from "./aider-place.ts";
import type { Format, ParseInput } from "./format.ts";

/**
 * Aider's benchmark: `.aider.results.json` in the folder of each exercise. A result names its exercise; one of a crash
 * is {exception} alone and is told by its file's name as well.
 */
export const aider: Format = {
  name: "aider",
  recognize: ({ value, path }) =>
    isObject(value) &&
    (("testcase" in value && ("tests_outcomes" in value || "testdir" in value)) ||
      ("exception" in value && basename(path) === ".aider.results.json")),
  parse,
};

const MEASURED = {
  cost: "amount",
  duration: "amount",
  prompt_tokens: "count",
  completion_tokens: "count",
} as const;

/** What the harness counts, and what it is called on a page. */
const COUNTED: Record<string, string> = {
  num_malformed_responses: "malformed replies",
  num_error_outputs: "error messages",
  num_exhausted_context_windows: "exhausted context windows",
  num_user_asks: "questions to the user",
  test_timeouts: "test time-outs",
  lazy_comments: "lazy comments",
  syntax_errors: "syntax errors",
  indentation_errors: "indentation errors",
  thinking_tokens: "thinking tokens",
};

function* parse({ file, sample, benchmark }: ParseInput): Generator<ImportRecord> {
  const value = objectAt({ value: sample.value }, "value");
  const place = placeOfAider(dirname(file.place), value);
  if (textOf(value["testcase"]) === null && "testcase" in value)
    return void (yield problem("The result names no exercise.", { field: "testcase", rejects: "trials" }));
  const tries = triesOf(value["tests_outcomes"]);
  if (tries === null) {
    const reason = `Expected true or false for each try, found ${shown(value["tests_outcomes"])}.`;
    return void (yield problem(reason, { field: "tests_outcomes", rejects: "trials" }));
  }
  yield* unreadable(value, { ...MEASURED, ...Object.fromEntries(Object.keys(COUNTED).map(asCount)) });
  yield trialOf({ value, tries, place, benchmark, path: file.path, folder: dirname(file.place) });
}

const asCount = (field: string) => [field, "count"] as const;

/** Null for anything but a list of booleans; a crash has no tries. */
function triesOf(value: unknown): boolean[] | null {
  if (value == null) return [];
  const isFine = Array.isArray(value) && value.every((item): item is boolean => typeof item === "boolean");
  return isFine ? value : null;
}

type Read = {
  value: JsonObject;
  tries: boolean[];
  place: AiderPlace;
  benchmark: string | null;
  path: string;
  folder: string;
};

function trialOf({ value, tries, place, benchmark, path, folder }: Read): TrialRecord {
  const { language, exercise, runFolder } = place;
  const seconds = amountOf(value["duration"]);
  return {
    kind: "trial",
    path,
    line: null,
    format: "aider",
    folder,
    runFolder,
    sourceId: null,
    label: folder.slice(runFolder.length + 1) || exercise,
    benchmark: benchmark ?? (language === null ? "aider-code-editing" : "aider-polyglot"),
    // Exercises of several languages share their names.
    taskName: language === null ? exercise : `${language}/${exercise}`,
    checksum: "",
    statement: null,
    agent: "Aider",
    model: textOf(value["model"]),
    ...outcomeOf(value, tries),
    costUsd: amountOf(value["cost"]),
    inputTokens: countOf(value["prompt_tokens"]),
    outputTokens: countOf(value["completion_tokens"]),
    startedAt: null,
    durationMs: seconds === null ? null : countOf(seconds * 1000),
    setup: {
      editFormat: textOf(value["edit_format"]),
      editorModel: textOf(value["editor_model"]),
      reasoningEffort: textOf(value["reasoning_effort"]),
    },
    details: detailsOf(value, tries, language),
  };
}

/** The last try decides: the harness stops at the first that passes. */
function outcomeOf(
  value: JsonObject,
  tries: readonly boolean[],
): Pick<TrialRecord, "outcome" | "reward" | "error"> {
  const exception = textOf(value["exception"]);
  if (exception !== null)
    return { outcome: "errored", reward: null, error: `Aider crashed: ${exception}`.slice(0, 2000) };
  const last = tries.at(-1);
  if (last === undefined) return { outcome: "missing", reward: null, error: "No try was tested." };
  return { outcome: last ? "passed" : "failed", reward: last ? 1 : 0, error: null };
}

function detailsOf(value: JsonObject, tries: boolean[], language: string | null): TrialDetails | undefined {
  return compactDetails({
    language,
    tries: tries.length === 0 ? null : tries,
    commit: textOf(value["commit_hash"]),
    editFormat: textOf(value["edit_format"]),
    editorModel: textOf(value["editor_model"]),
    reasoningEffort: textOf(value["reasoning_effort"]),
    counts: Object.fromEntries(
      Object.entries(COUNTED).map(([field, name]) => [name, countOf(value[field]) ?? 0]),
    ),
  });
}
