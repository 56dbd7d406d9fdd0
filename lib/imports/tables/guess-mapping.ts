import { timeOf } from "../json-fields.ts";
import type { ColumnMapping, TableField } from "./column-mapping.ts";
import { cellNumber, cellOutcome, cellText } from "./read-cell.ts";

/** A column with some of its values. */
export type TableColumn = { name: string; samples: readonly unknown[] };

/** Names that columns have elsewhere, in the order in which they are believed: only letters and digits count. */
const NAMES: Record<TableField, string> = {
  task: "task taskid taskname instanceid instance problemid problem questionid exercise exerciseid testcase exampleid",
  outcome:
    "outcome passed ispassed pass resolved isresolved solved success issuccess succeeded correct iscorrect verdict result status score accuracy reward",
  benchmark: "benchmark benchmarkname dataset datasetname suite domain source",
  run: "run runid runname experiment experimentname config configuration configname setting arm condition job jobname",
  attempt: "attempt attemptid trial trialindex repeat rep seed sample sampleid rollout k",
  model: "model modelname modelnameorpath modelid llm sourcemodel",
  agent: "agent agentname scaffold harness framework",
  cost: "cost costusd totalcost totalcostusd price usd dollars",
  inputTokens: "inputtokens prompttokens totalinputtokens tokensin tokensinput ninputtokens",
  outputTokens: "outputtokens completiontokens totaloutputtokens tokensout tokensoutput noutputtokens",
  seconds:
    "seconds secs duration durations durationsec durationseconds elapsed elapsedseconds runtime walltime latency timeseconds",
  milliseconds: "milliseconds ms durationms elapsedms runtimems latencyms",
  started: "started startedat starttime start timestamp createdat date time",
  error: "error errormessage exception failuremode errortype",
  reward: "reward score accuracy",
  statement: "statement instruction prompt problemstatement taskdescription question taskstatement query",
  id: "id trialid rolloutid memoryid uuid",
  content: "content memory insight lesson experience text body knowledge rule guideline",
  title: "title heading name headline",
  description: "description summary whentouse abstract",
  type: "type memorytype kind",
  tags: "tags labels keywords",
  generator: "generator generatedby author",
};

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Whether the values of a column can be what its name promises; an empty cell speaks against nothing. */
const FITS: Partial<Record<TableField, (cell: unknown) => boolean>> = {
  outcome: (cell) => cellOutcome(cell) !== null || cellNumber(cell) !== null,
  cost: (cell) => cellNumber(cell) !== null,
  inputTokens: (cell) => cellNumber(cell) !== null,
  outputTokens: (cell) => cellNumber(cell) !== null,
  seconds: (cell) => cellNumber(cell) !== null,
  milliseconds: (cell) => cellNumber(cell) !== null,
  reward: (cell) => cellNumber(cell) !== null,
  started: (cell) => timeOf(cell) !== null,
  type: (cell) => /^(?:trajectory|workflow|summary|insight)$/i.test(cellText(cell)),
};

/**
 * What the columns of a table may be, by their names and values: a proposal for a person to look at.
 * @returns null where neither a task with an outcome nor a memory's content can be made out
 */
export function guessMapping(columns: readonly TableColumn[]): ColumnMapping | null {
  const pick = (fields: readonly TableField[]) => {
    const taken = new Set<string>();
    const found: ColumnMapping["fields"] = {};
    for (const field of fields) {
      const column = columnFor(field, columns, taken);
      if (column === null) continue;
      if (field !== "outcome") taken.add(column.name);
      found[field] = { column: column.name };
    }
    return found;
  };
  const trials = pick(trialOrder);
  if ("task" in trials && "outcome" in trials)
    return { kind: "trials", fields: trials, threshold: thresholdOf(trials, columns) };
  const memories = pick(memoryOrder);
  if ("content" in memories) return { kind: "memories", fields: memories, threshold: null };
  return null;
}

const trialOrder =
  "task outcome benchmark run attempt model agent cost inputTokens outputTokens seconds milliseconds started error reward statement id".split(
    " ",
  ) as TableField[];
const memoryOrder =
  "content title description type benchmark task statement outcome tags model generator id".split(
    " ",
  ) as TableField[];

function columnFor(
  field: TableField,
  columns: readonly TableColumn[],
  taken: ReadonlySet<string>,
): TableColumn | null {
  const names = NAMES[field].split(" ");
  // The last part of a nested name speaks for the whole: usage.cost.
  const rank = ({ name }: TableColumn) =>
    Math.max(names.indexOf(plain(name)), names.indexOf(plain(name.split(".").at(-1) ?? "")));
  const fits = FITS[field];
  const fitting = columns.filter((column) => {
    const said = column.samples.filter((cell) => cellText(cell) !== "");
    return rank(column) >= 0 && !taken.has(column.name) && (!fits || said.every(fits));
  });
  return fitting.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Words need none; a score passes where it is full, else at the half. */
function thresholdOf(fields: ColumnMapping["fields"], columns: readonly TableColumn[]) {
  const { outcome } = fields;
  const samples =
    columns.find((one) => outcome && "column" in outcome && one.name === outcome.column)?.samples ?? [];
  if (samples.every((cell) => cellOutcome(cell) !== null)) return null;
  const isShare = samples.every((cell) => (cellNumber(cell) ?? 0) <= 1);
  return { atLeast: true, value: isShare ? (samples.some((cell) => cellNumber(cell) === 1) ? 1 : 0.5) : 50 };
}
