import type { Imported } from "#lib/imports/import-paths.ts";
import { allItems } from "#lib/imports/report-list.ts";
import { type ImportResult, NOUNS, type Problem, REPORT_LISTS, type Skipped } from "#lib/imports/schema.ts";
import { textTable } from "./text-table.ts";

/** Rows of each part of the report, so that all of it fits a screen. */
const MOST_PROBLEMS = 7;
const MOST_RUNS = 6;
const MOST_SKIPPED = 4;

/** The whole report as JSON: in pieces where its lists are longer than memory should hold. */
export function importJson(imported: Imported): ImportResult | AsyncIterable<string> {
  const { lists, ...result } = imported;
  return REPORT_LISTS.every((list) => lists[list] === null) ? result : inPieces(imported);
}

async function* inPieces(imported: Imported): AsyncGenerator<string> {
  const { lists, problems, plan, ...rest } = imported;
  const firsts = { problems, plan };
  yield JSON.stringify(rest).slice(0, -1);
  for (const list of REPORT_LISTS) {
    yield `,"${list}":[`;
    let separator = "";
    for await (const item of allItems<unknown>({ first: firsts[list], file: lists[list] })) {
      yield `${separator}${JSON.stringify(item)}`;
      separator = ",";
    }
    yield "]";
  }
  yield "}\n";
}

/** The report for a person: at most 30 lines, what is wrong before what came in. */
export function importText(result: ImportResult): string {
  const problems = result.problems.map(lineOfProblem);
  const runs = result.runs.map(
    (run) => `  ${run.name}: ${run.trials} trials, ${run.passed} passed (${run.action})`,
  );
  return [
    `${result.files} files read${result.dryRun ? "; nothing was written" : ""}.`,
    countsTable(result),
    ...part("Problems", problems, result.problemCount, MOST_PROBLEMS),
    ...part("Runs", runs, runs.length, MOST_RUNS),
    ...part("Left out", result.skipped.map(lineOfSkipped), result.skipped.length, MOST_SKIPPED),
  ].join("\n");
}

function countsTable(result: ImportResult): string {
  const heads = result.dryRun ? ["create", "update"] : ["created", "updated"];
  return textTable(
    ["", ...heads, "unchanged", "rejected"],
    NOUNS.flatMap((noun) => {
      const { created, updated, unchanged, rejected } = result[noun];
      // Few imports bring a judge's file: a row of zeros would only take the place of something else.
      if (noun === "judgements" && created + updated + unchanged + rejected === 0) return [];
      return [[noun, created, updated, unchanged, rejected]];
    }),
  );
}

function part(title: string, lines: readonly string[], count: number, most: number): string[] {
  if (count === 0) return [];
  const more = count - Math.min(lines.length, most);
  return [
    `${title}:`,
    ...lines.slice(0, most),
    ...(more > 0 ? [`  and ${more} more (--json lists all)`] : []),
  ];
}

function lineOfProblem({ path, line, field, reason }: Problem): string {
  return `  ${[path, line, field].filter((at) => at !== null).join(":")}  ${reason.replaceAll(/\s+/g, " ")}`;
}

function lineOfSkipped({ what, files, reason, example }: Skipped): string {
  return `  ${files} ${what}${reason === null ? "" : `, e.g. ${example}: ${reason}`}`;
}
