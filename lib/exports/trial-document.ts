import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";
import type { RetrievalRow, TrajectoryStep, TrialDetail } from "#lib/runs/schema.ts";
import { partsOf, type StepPart } from "#lib/runs/step-outline.ts";
import { truncateText } from "#lib/runs/trajectory-steps.ts";

// Trials and pairs of trials as documents for an agent to read: bounded, and saying what was cut and where it is.

/** Characters that the steps of one document may come to together, about; and those of one text beside them. */
const DOCUMENT_BUDGET = 400_000;
const LONGEST_TEXT = 20_000;
const LONGEST_PART = 8000;
const SHORTEST_PART = 200;

/** `omitted`: characters left out of the middle of one part; `at`: where the whole step is. */
type Cut = { part: StepPart; omitted: number };
type StepDocument = {
  step: number;
  source: string;
  parts: Partial<Record<StepPart, string>>;
  /** Memories that it names or follows, by rank. */
  names: number[];
  follows: number[];
  cut: Cut[];
  whole: string | null;
};

export type MemoryDocument = Pick<RetrievalRow, "rank" | "title" | "type" | "benchmark" | "similarity"> & {
  memoryId: string | null;
  revision: number | null;
  text: string;
  /** followed, read, ignored or unknown; see docs/metrics.md. */
  use: MemoryEvidence["use"];
  namedIn: number[];
  followedIn: number[];
  p: number | null;
};

export type TrialDocument = ReturnType<typeof describeTrial>;

/** A trial without its steps: what is known of it and the memories it was delivered. */
export function describeTrial(trial: TrialDetail, evidence: readonly MemoryEvidence[]) {
  const { id, runId, runName, benchmark, taskName, attempt, outcome, error, reward, judgement } = trial;
  const { stepCount, costUsd, durationMs, inputTokens, outputTokens } = trial;
  return {
    trialId: id,
    run: { id: runId, name: runName },
    task: { benchmark, name: taskName },
    attempt,
    outcome,
    error,
    reward,
    judge: judgement === null ? null : judgement ? ("passed" as const) : ("failed" as const),
    steps: stepCount,
    costUsd,
    durationMs,
    inputTokens,
    outputTokens,
    query: shorten(trial.retrieved[0]?.query ?? "") || null,
    memories: trial.retrieved.map((row) => describeMemory(row, evidence)),
  };
}

function describeMemory(row: RetrievalRow, evidence: readonly MemoryEvidence[]): MemoryDocument {
  const its = evidence.find(({ retrievalId }) => retrievalId === row.id);
  const { rank, title, type, benchmark, similarity, memoryId, memoryVersion } = row;
  return {
    rank,
    title,
    type,
    benchmark,
    similarity,
    memoryId,
    revision: memoryVersion,
    text: shorten(row.shown),
    use: its?.use ?? "unknown",
    namedIn: its?.mentions.map(({ step }) => step) ?? [],
    followedIn: its?.follows.map(({ step }) => step) ?? [],
    p: its?.p ?? null,
  };
}

/** A long text beside the steps, with the number of characters left out at its end. */
export function shorten(text: string): string {
  const { text: kept, omitted } = truncateText(text, LONGEST_TEXT);
  return omitted > 0 ? `${kept}\n[${omitted} characters left out]` : kept;
}

/** Length that parts of steps are cut to, so that all of them stay near the budget. */
export function partLimit(trajectories: readonly (readonly TrajectoryStep[])[]): number {
  const lengths = trajectories.flat().flatMap((step) => partsOf(step).map(({ text }) => text.length));
  let limit = LONGEST_PART;
  const total = () => lengths.reduce((sum, length) => sum + Math.min(length, limit), 0);
  while (limit > SHORTEST_PART && total() > DOCUMENT_BUDGET)
    limit = Math.max(SHORTEST_PART, Math.floor(limit / 2));
  return limit;
}

/** One step, long parts cut in the middle: what a command printed first and last says most. */
export function describeStep(
  trialId: string,
  step: TrajectoryStep,
  number: number,
  limit: number,
  evidence: readonly MemoryEvidence[],
): StepDocument {
  const parts: StepDocument["parts"] = {};
  const cut: Cut[] = [];
  for (const { part, text } of partsOf(step)) {
    parts[part] = cutMiddle(text, limit);
    if (text.length > limit) cut.push({ part, omitted: text.length - limit });
  }
  const at = (steps: readonly { step: number }[]) => steps.some((each) => each.step === number);
  return {
    step: number,
    source: step.source,
    parts,
    names: evidence.filter(({ mentions }) => at(mentions)).map(({ rank }) => rank),
    follows: evidence.filter(({ follows }) => at(follows)).map(({ rank }) => rank),
    cut,
    whole: cut.length > 0 ? `/trials/${trialId}/steps/${number}` : null,
  };
}

function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor(limit / 2);
  const head = truncateText(text, half).text;
  const tail = text.slice(text.length - half).replace(/^[\u{DC00}-\u{DFFF}]/u, "");
  return `${head}\n[${text.length - limit} characters left out]\n${tail}`;
}

/** How much of a document was left out. */
export function sumCuts(steps: readonly StepDocument[]): { parts: number; characters: number } {
  const cuts = steps.flatMap(({ cut }) => cut);
  return { parts: cuts.length, characters: cuts.reduce((sum, { omitted }) => sum + omitted, 0) };
}

export type { StepDocument };
