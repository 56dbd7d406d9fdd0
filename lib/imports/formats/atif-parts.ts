import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isObject, type JsonObject, objectAt, textOf } from "../json-fields.ts";
import { parseJson } from "../parse-json.ts";
import { MAX_RECORD_BYTES } from "../read-lines.ts";
import type { SourceFile } from "../walk-files.ts";

const CONTINUATION = /\.cont-\d+\.json$/i;

/**
 * Is the file a part of another trajectory in its folder: a continuation (`trajectory.cont-1.json`), or a sub-agent's
 * that the main one refers to? Parts are read with the trajectory they belong to. Files inside an archive stand alone.
 */
export function isPart(file: SourceFile): boolean {
  if (file.open) return false;
  const name = basename(file.absolute);
  const main = CONTINUATION.test(name) ? name.replace(CONTINUATION, ".json") : "trajectory.json";
  if (main === name) return false;
  const path = join(dirname(file.absolute), main);
  if (CONTINUATION.test(name)) return existsSync(path);
  return listOf(readDocument(path)?.["steps"])
    .flatMap(referencesOf)
    .some((reference) => fileOf(reference) === name);
}

/** The steps of a trajectory with those of its sub-agents behind the step that called them, and of its continuations. */
export function mergeSteps(
  file: SourceFile,
  document: JsonObject,
): { steps: JsonObject[]; parts: JsonObject[] } {
  const parts = file.open ? [] : continuationsOf(file);
  const steps = [document, ...parts].flatMap((part, index) =>
    listOf(part["steps"])
      .filter((step) => index === 0 || step["is_copied_context"] !== true)
      .flatMap((step) => [step, ...subagentsOf(file, document, step)]),
  );
  return { steps, parts };
}

function continuationsOf(file: SourceFile): JsonObject[] {
  const parts: JsonObject[] = [];
  for (let number = 1; ; number += 1) {
    const part = readDocument(file.absolute.replace(/\.json$/i, `.cont-${number}.json`));
    if (part === null) return parts;
    parts.push(part);
  }
}

function subagentsOf(file: SourceFile, document: JsonObject, step: JsonObject): JsonObject[] {
  return referencesOf(step).flatMap((reference) => {
    const found = findSubagent(file, document, reference);
    if (found === null) return [];
    const name = textOf(objectAt(found, "agent")["name"]) ?? "unnamed";
    const said = (message: string): JsonObject => ({ source: "system", message });
    return [said(`Sub-agent ${name} begins.`), ...listOf(found["steps"]), said(`Sub-agent ${name} ends.`)];
  });
}

function referencesOf(step: JsonObject): JsonObject[] {
  return listOf(objectAt(step, "observation")["results"]).flatMap((result) =>
    listOf(result["subagent_trajectory_ref"]),
  );
}

/** The name of the file that a reference leads to. */
function fileOf(reference: JsonObject): string | null {
  const path = textOf(reference["trajectory_path"]);
  return path === null ? null : basename(path);
}

/** Embedded in the document (from 1.7 on), or a file of the same folder: a path that leads elsewhere is not followed. */
function findSubagent(file: SourceFile, document: JsonObject, reference: JsonObject): JsonObject | null {
  const ids = [reference["trajectory_id"], reference["session_id"]].filter((id) => textOf(id) !== null);
  const embedded = listOf(document["subagent_trajectories"]).find(
    (inner) => ids.includes(inner["trajectory_id"]) || ids.includes(inner["session_id"]),
  );
  const name = fileOf(reference);
  if (embedded || file.open || name === null) return embedded ?? null;
  return readDocument(join(dirname(file.absolute), name));
}

function readDocument(path: string): JsonObject | null {
  if (!existsSync(path) || statSync(path).size > MAX_RECORD_BYTES) return null;
  const { value } = parseJson(readFileSync(path, "utf8"));
  return isObject(value) && Array.isArray(value["steps"]) ? value : null;
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
