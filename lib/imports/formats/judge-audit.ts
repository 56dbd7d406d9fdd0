import { basename } from "node:path/posix";
import type { JudgeCase } from "#lib/runs/judge-cases.ts";
import { isObject, type JsonObject, kindOf, nameOf } from "../json-fields.ts";
import { type ImportRecord, problem } from "../records.ts";
import { shown } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";

/**
 * A judge's verdicts on a whole benchmark, {preds, gts}: the same place in both lists is the same case. `cases` names
 * the tasks where it is there. The benchmark stands in the file's name alone.
 */
export const judgeAudit: Format = {
  name: "judge-audit",
  recognize: ({ value }) => isObject(value) && "preds" in value && "gts" in value,
  parse,
};

function* parse({ file, sample, benchmark }: ParseInput): Generator<ImportRecord> {
  const value = sample.value as JsonObject;
  const [judged, verified] = [listOf(value["preds"]), listOf(value["gts"])];
  const faults = [
    ...faultsOf("preds", value["preds"]),
    ...faultsOf("gts", value["gts"]),
    ...(judged?.length === verified?.length ? [] : [problem(lengths(judged, verified), { field: "gts" })]),
  ];
  const [fault] = faults;
  if (fault || !judged || !verified)
    return void (yield { ...(fault ?? problem("No verdicts.")), rejects: "judgements" });
  const tasks = tasksOf(value["cases"], judged, verified);
  if (tasks === null)
    yield problem("The cases don't agree with preds and gts: the names of their tasks were left out.", {
      field: "cases",
    });
  const name = basename(file.path)
    .replace(/\.json$/i, "")
    .replace(/^llm_judge_/, "");
  const cases: JudgeCase[] = judged.map((passed, index) => ({
    task: tasks?.[index] ?? null,
    judged: passed,
    verified: verified[index] === true,
  }));
  // The file's name ends in which version of the judge's prompt it was.
  const named = name.replace(/[-_](?:new|old|v\d+)$/i, "");
  yield { kind: "judgeAudit", path: file.path, name, benchmark: benchmark ?? named, cases };
}

function listOf(value: unknown): boolean[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === "boolean") ? value : null;
}

function faultsOf(field: string, value: unknown) {
  if (!Array.isArray(value))
    return [problem(`Expected a list of verdicts, found ${kindOf(value)}.`, { field })];
  const index = value.findIndex((item) => typeof item !== "boolean");
  if (index === -1) return [];
  const reason = `Expected true or false, found ${shown(value[index])}.`;
  return [problem(reason, { field: `${field}[${index}]` })];
}

function lengths(judged: boolean[] | null, verified: boolean[] | null): string {
  return `${judged?.length} verdicts of the judge and ${verified?.length} of the verifier: which belong together is unknown.`;
}

/** The tasks' names by case, [] where the file has none; null where the cases tell something else than the lists. */
function tasksOf(cases: unknown, judged: boolean[], verified: boolean[]): (string | null)[] | null {
  if (cases === undefined) return [];
  if (!Array.isArray(cases) || cases.length !== judged.length) return null;
  const isSame = cases.every(
    (item, index) => isObject(item) && item["pred"] === judged[index] && item["gt"] === verified[index],
  );
  return isSame ? cases.map((item: JsonObject) => nameOf(item["id"])) : null;
}
