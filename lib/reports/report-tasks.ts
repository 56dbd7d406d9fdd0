import { type Html, html } from "#lib/shared/html.ts";
import { formatP } from "#lib/transfer/format.ts";
import { selectPairedTasks } from "#lib/transfer/paired-tasks.ts";
import { type Comparison, PAIRED_OUTCOMES, type PairedTask, type TaskTally } from "#lib/transfer/schema.ts";
import { type ReportColumn, reportTable } from "./report-table.ts";

const columns: readonly ReportColumn<PairedTask>[] = [
  { head: "Benchmark", cell: (task) => task.benchmark },
  { head: "Task", cell: (task) => task.taskName },
  { head: "Outcome", cell: (task) => html`<span class="${task.outcome}">${task.outcome}</span>` },
  { head: "Evidence", cell: (task) => `${task.evidence ?? ""}${task.errored ? " (errored)" : ""}` },
  {
    head: "Baseline",
    numeric: true,
    cell: ({ base }) => passes(base),
    sort: ({ base }) => base.passed / base.scored,
  },
  {
    head: "Candidate",
    numeric: true,
    cell: ({ candidate }) => passes(candidate),
    sort: ({ candidate }) => candidate.passed / candidate.scored,
  },
  {
    head: "Effect, points",
    numeric: true,
    cell: (task) => (100 * task.effect).toFixed(0),
    sort: (task) => task.effect,
  },
  {
    head: "q of loss",
    numeric: true,
    cell: (task) => (task.noiseQ === null ? "" : formatP(task.noiseQ)),
    sort: (task) => task.noiseQ,
  },
];

/** All paired tasks, lost ones first, with the filters that the script brings to life; then those without a pair. */
export function tasksSection(comparison: Comparison): Html {
  const { rows } = selectPairedTasks(comparison.tasks, {});
  const benchmarks = comparison.byBenchmark.map((row) => row.benchmark);
  const { base, candidate } = comparison.unmatched;
  return html`<section><h2>Tasks</h2>
<form class="filters" hidden>
${choice("outcome", "Outcome", PAIRED_OUTCOMES)}
${choice("benchmark", "Benchmark", benchmarks)}
<label>Task <input type="search" name="q"></label>
<output>${rows.length} of ${rows.length}</output>
</form>
${reportTable(`${rows.length} paired tasks`, columns, rows, {
  id: "tasks",
  values: ({ outcome, benchmark }) => ({ outcome, benchmark }),
})}
${unmatched("Only the baseline has", base)}
${unmatched("Only the candidate has", candidate)}
</section>`;
}

function choice(name: string, label: string, values: readonly string[]): Html {
  return html`<label>${label} <select name="${name}"><option value="">all</option>${values.map(
    (value) => html`<option value="${value}">${value}</option>`,
  )}</select></label>`;
}

function passes({ passed, scored, outcomes }: TaskTally): string {
  return `${passed}/${scored}${outcomes.errored > 0 ? ` (${outcomes.errored} errored)` : ""}`;
}

function unmatched(what: string, tasks: Comparison["unmatched"]["base"]): Html | null {
  if (tasks.length === 0) return null;
  return html`<details><summary>${what} ${tasks.length} tasks without a pair</summary>
<ul class="small">${tasks.map((task) => html`<li>${task.benchmark}: ${task.taskName} (${task.reason})</li>`)}</ul></details>`;
}
