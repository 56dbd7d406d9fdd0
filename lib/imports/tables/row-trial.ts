import type { ParseInput } from "../formats/format.ts";
import { amountOf, countOf, timeOf } from "../json-fields.ts";
import { type ImportRecord, type Outcome, type ProblemRecord, problem } from "../records.ts";
import { shown } from "../unreadable.ts";
import type { ColumnMapping, TableField } from "./column-mapping.ts";
import { cellNumber, cellOutcome, cellText } from "./read-cell.ts";
import type { TableRow } from "./table-rows.ts";

/** The cell of a field: of its column, or the value that is the same in every row. */
export function cellOf({ fields }: ColumnMapping, field: TableField, { cells }: TableRow): unknown {
  const source = fields[field];
  if (source === undefined) return undefined;
  return "value" in source ? source.value : cells[source.column];
}

/** What a problem calls a field: its column. */
export function columnName({ fields }: ColumnMapping, field: TableField): string {
  const source = fields[field];
  return source && "column" in source ? source.column : field;
}

/**
 * Reads rows of task results. The folder of a row's run is the table's own, or with a run, agent or model a place below
 * it. Rows of one run that say the same task are its attempts, by number where there is one, else in their order.
 */
export class TrialRows {
  readonly #input: ParseInput;
  readonly #mapping: ColumnMapping;
  readonly #met = new Map<string, number>();

  constructor(input: ParseInput, mapping: ColumnMapping) {
    this.#input = input;
    this.#mapping = mapping;
  }

  *read(row: TableRow): Generator<ImportRecord> {
    const { file, benchmark } = this.#input;
    const text = (field: TableField) => cellText(cellOf(this.#mapping, field, row)) || null;
    const at = (field: TableField) => ({ line: row.line, field: columnName(this.#mapping, field) });
    const taskName = text("task");
    if (taskName === null)
      return void (yield problem("The task is missing.", { ...at("task"), rejects: "trials" }));
    const verdict = readOutcome(this.#mapping, row);
    if (typeof verdict === "string")
      return void (yield problem(verdict, { ...at("outcome"), rejects: "trials" }));
    const numbers = this.#numbers(row);
    yield* numbers.problems;
    const base = file.place.replace(/\.(?:csv|tsv|jsonl|json|txt)$/i, "");
    const below = text("run") ?? [text("agent"), text("model")].filter(Boolean).join(", ");
    const runFolder = below === "" ? base : `${base}/${below.replaceAll("/", "_")}`;
    yield {
      kind: "trial",
      path: file.path,
      line: row.line,
      format: "table",
      folder: base,
      runFolder,
      sourceId: text("id"),
      label: this.#labelOf(runFolder, taskName, text("attempt")),
      benchmark: benchmark ?? text("benchmark"),
      taskName,
      checksum: "",
      statement: text("statement"),
      agent: text("agent"),
      model: text("model"),
      outcome: verdict.outcome,
      error: text("error") ?? (verdict.outcome === "missing" ? "The table gives no outcome." : null),
      ...numbers.values,
      reward: numbers.values.reward ?? verdict.score,
    };
  }

  /** Two rows that give the same attempt of a task are two attempts: neither is lost. */
  #labelOf(runFolder: string, taskName: string, attempt: string | null): string {
    const said = `${taskName}#${attempt ?? ""}`;
    const key = `${runFolder}\n${said}`;
    const times = (this.#met.get(key) ?? 0) + 1;
    this.#met.set(key, times);
    if (attempt === null) return `${taskName}#${times}`;
    return times === 1 ? said : `${said}.${times}`;
  }

  #numbers(row: TableRow) {
    const problems: ProblemRecord[] = [];
    const read = <T>(field: TableField, of: (value: number) => T | null, expected: string): T | null => {
      const cell = cellOf(this.#mapping, field, row);
      if (/^(?:|null|none|nan|n\/?a|-)$/i.test(cellText(cell))) return null;
      const number = cellNumber(cell);
      const value = number === null ? null : of(number);
      if (value === null)
        problems.push(
          problem(`Expected ${expected}, found ${shown(cell)}: left out.`, {
            line: row.line,
            field: columnName(this.#mapping, field),
          }),
        );
      return value;
    };
    const amount = "a number of 0 or more";
    const count = "a whole number of 0 or more";
    const seconds = read("seconds", (value) => countOf(value * 1000), amount);
    const cell = cellOf(this.#mapping, "started", row);
    const startedAt = cellText(cell) === "" ? null : timeOf(cellNumber(cell) ?? cell);
    if (cellText(cell) !== "" && startedAt === null)
      problems.push(
        problem(`Expected a time such as 2026-03-01T00:00:00Z, found ${shown(cell)}: left out.`, {
          line: row.line,
          field: columnName(this.#mapping, "started"),
        }),
      );
    const values = {
      costUsd: read("cost", amountOf, amount),
      inputTokens: read("inputTokens", countOf, count),
      outputTokens: read("outputTokens", countOf, count),
      durationMs: read("milliseconds", countOf, amount) ?? seconds,
      reward: read("reward", (value) => value, "a number"),
      startedAt,
    };
    return { values, problems };
  }
}

/** The outcome of a row, with the score behind it; a text says why it can't be told. */
function readOutcome(
  mapping: ColumnMapping,
  row: TableRow,
): { outcome: Outcome; score: number | null } | string {
  const cell = cellOf(mapping, "outcome", row);
  const { threshold } = mapping;
  const score = cellNumber(cell);
  if (threshold === null) {
    const outcome = cellOutcome(cell);
    if (outcome !== null) return { outcome, score };
    const column = columnName(mapping, "outcome");
    return score === null
      ? `${shown(cell)} is no outcome: use passed, failed, errored, or nothing.`
      : `${shown(cell)} is a score: say from which on it passes, e.g. outcome=${column}>=0.5.`;
  }
  if (score !== null) {
    const isPassed = threshold.atLeast ? score >= threshold.value : score <= threshold.value;
    return { outcome: isPassed ? "passed" : "failed", score };
  }
  const word = cellOutcome(cell);
  // Beside scores a word can only say that there is none.
  if (word === "missing" || word === "errored") return { outcome: word, score: null };
  return `${shown(cell)} is no score.`;
}
