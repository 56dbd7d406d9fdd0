import { basename, dirname } from "node:path/posix";
import { type JsonObject, textOf } from "../json-fields.ts";

/** Where a result of Aider's benchmark belongs. language: null for the benchmark of one language, whose path has none. */
export type AiderPlace = { runFolder: string; exercise: string; language: string | null };

/** Folders that people sort results into; they say nothing that the result doesn't. */
const SORTED = /^(?:pass-at-\d+|pass(?:ed)?|fail(?:ed|ures?)?)$/i;
const EXERCISES = /^(.*)\/([^/]+)\/exercises\/practice\/([^/]+)$/;

/**
 * The harness works in `{run}/{language}/exercises/practice/{exercise}` or, with one language, `{run}/{exercise}`, and
 * writes that folder down as `testdir`. The run is the folder above where the file lies now; the language may be told
 * by either path.
 */
export function placeOfAider(folder: string, value: JsonObject): AiderPlace {
  const worked = (textOf(value["testdir"]) ?? "").replaceAll("\\", "/").replace(/\/$/, "");
  const language = EXERCISES.exec(folder)?.[2] ?? EXERCISES.exec(worked)?.[2] ?? null;
  const exercise = textOf(value["testcase"]) ?? basename(folder);
  return { runFolder: runFolderOf(folder, language), exercise, language };
}

function runFolderOf(folder: string, language: string | null): string {
  const above = EXERCISES.exec(folder)?.[1] ?? dirname(folder);
  const unsorted = (path: string) => (SORTED.test(basename(path)) ? dirname(path) : path);
  const run = unsorted(above);
  // Copied out of its tree, an exercise may lie below the folder of its language alone.
  return language !== null && basename(run) === language ? unsorted(dirname(run)) : run;
}
