import { compareTaskHref } from "#lib/transfer/search-params.ts";
import { describeCaseEffect, describeCaseLosses, inseparableFrom, stateHints } from "./describe-case.ts";
import type { CaseDetail, CaseMemory, CaseTask } from "./schema.ts";
import { caseHref } from "./search-params.ts";

/** A text of this length tells what a memory says; the rest is behind its link. */
const longestText = 8000;

/**
 * A case as plain text (Markdown) for an agent to read: what runs say, what the memories say, and each task with the
 * outcomes and a link to both trials.
 * @param origin of the links, e.g. "http://127.0.0.1:3000"; "" = paths only
 */
export function caseText(detail: CaseDetail, origin = ""): string {
  const { base, candidate, case: row, memories, tasks } = detail;
  const runs = { base: base.id, cand: candidate.id };
  const inseparable = inseparableFrom(row);
  const alone = tasks.filter((task) => task.outcome === "lost" && task.alone);
  const shared = tasks.filter((task) => task.outcome === "lost" && !task.alone);
  const rest = tasks.filter((task) => task.outcome !== "lost");
  const lines = (of: readonly CaseTask[]) => of.map((task) => taskLine(task, runs, origin));
  return [
    `# Case: ${row.titles[0]}`,
    "",
    `Baseline: ${base.name}`,
    `Candidate: ${candidate.name}`,
    `State: ${row.state} (${stateHints[row.state]})`,
    `Effect: ${describeCaseEffect(row)}`,
    `Tasks: ${describeCaseLosses(row)}`,
    ...(inseparable ? [`Note: ${inseparable}`] : []),
    ...(row.restsOnErrors ? ["Note: rests on attempts that errored"] : []),
    row.judgment
      ? `Verdict: ${row.judgment.verdict} by ${row.judgment.actor}, ${row.judgment.updatedAt}${row.judgment.note ? `: ${row.judgment.note}` : ""}`
      : "Verdict: none yet",
    `Link: ${origin}${caseHref("/suspects/case", { ...runs, memory: row.memoryIds[0] ?? null })}`,
    ...memories.flatMap((memory) => ["", ...memoryLines(memory, origin)]),
    ...section("Lost with this case alone", lines(alone)),
    ...section("Lost with other memories shown too", lines(shared)),
    ...section("Other tasks at which it was shown", lines(rest)),
    "",
  ].join("\n");
}

function memoryLines(memory: CaseMemory, origin: string): string[] {
  const { id, title, type, benchmark, lifecycle, version, text, shownVersions } = memory;
  const shown = shownVersions.length > 0 ? `, shown as revision ${shownVersions.join(", ")}` : "";
  const cut =
    text.length > longestText ? `${text.slice(0, longestText)}\n[cut: ${text.length} characters]` : text;
  return [
    `## Memory: ${title}`,
    `${type} from ${benchmark}, ${lifecycle}, revision ${version}${shown}`,
    `${origin}/memories/${id}`,
    "",
    ...cut.split("\n").map((line) => `> ${line}`),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return ["", `## ${title} (${lines.length})`, ...(lines.length > 0 ? lines : ["none"])];
}

function taskLine(task: CaseTask, runs: { base: string; cand: string }, origin: string): string {
  const { benchmark, taskName, outcome, base, shown, others, taskId } = task;
  const link = compareTaskHref("/compare/task", { ...runs, task: taskId });
  const withOthers = others.length > 0 ? `; with ${others.map(({ title }) => `"${title}"`).join(", ")}` : "";
  return `- ${benchmark}/${taskName}: ${outcome}; baseline ${base.passed}/${base.scored} passed, shown it ${shown.passed}/${shown.attempts}${withOthers}; ${origin}${link}`;
}
