import { type CsvColumn, csvOf } from "#lib/shared/csv.ts";
import type { PairedTask } from "./schema.ts";

const columns: readonly CsvColumn<PairedTask>[] = [
  ["benchmark", (task) => task.benchmark],
  ["task", (task) => task.taskName],
  ["checksum", (task) => task.checksum],
  ["outcome", (task) => task.outcome],
  ["attempts_compared", (task) => task.compared],
  ["evidence", (task) => task.evidence],
  ["chance_of_loss_by_noise", (task) => fourDigits(task.noiseP)],
  ["baseline_passed", (task) => task.base.passed],
  ["baseline_attempts", (task) => task.base.scored],
  ["baseline_errored", (task) => task.base.outcomes.errored],
  ["baseline_missing", (task) => task.base.outcomes.missing],
  ["candidate_passed", (task) => task.candidate.passed],
  ["candidate_attempts", (task) => task.candidate.scored],
  ["candidate_errored", (task) => task.candidate.outcomes.errored],
  ["candidate_missing", (task) => task.candidate.outcomes.missing],
  ["effect", (task) => task.effect],
  ["q_of_loss", (task) => fourDigits(task.noiseQ)],
  ["rests_on_errored_attempt", (task) => (task.errored ? "yes" : "no")],
];

/** What a p-value is worth: 0.00123456 as 0.001235. Null stays null. */
function fourDigits(p: number | null): number | null {
  return p === null ? null : Number(p.toPrecision(4));
}

/** The paired tasks as CSV (RFC 4180, header row, CRLF). An unknown value is an empty field, not 0. */
export function pairedTasksCsv(tasks: readonly PairedTask[]): string {
  return csvOf(columns, tasks);
}
