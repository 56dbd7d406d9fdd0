import { hashJson } from "#lib/shared/hash.ts";
import { readMtlRecord } from "./formats/mtl-record.ts";
import { hashSteps } from "./hash-steps.ts";
import type {
  ImportRecord,
  JudgeAuditRecord,
  JudgementRecord,
  MemoryType,
  RerunRecord,
  RetrievalRecord,
  RewardRecord,
  RunRecord,
  ScoresRecord,
  TestsRecord,
  TrajectoryRecord,
  TrialRecord,
  VerdictRecord,
} from "./records.ts";
import type { SourceFile } from "./walk-files.ts";

/** A trajectory without its steps: those are read again when they are written, so that memory stays small. */
export type TrajectoryFact = Omit<TrajectoryRecord, "steps"> & {
  file: SourceFile;
  stepCount: number;
  contentHash: string;
};

/** What a retrieval log holds, without the memories it shows. */
export type RetrievalFact = {
  file: SourceFile;
  count: number;
  contentHash: string;
  types: MemoryType[];
  benchmarks: string[];
};

/** Everything the files say of runs, small enough to hold for a whole folder. */
export type RunFacts = {
  trials: TrialRecord[];
  runs: RunRecord[];
  trajectories: TrajectoryFact[];
  reruns: RerunRecord[];
  verdicts: (VerdictRecord & { file: SourceFile })[];
  rewards: (RewardRecord & { file: SourceFile })[];
  judgements: (JudgementRecord & { file: SourceFile })[];
  audits: JudgeAuditRecord[];
  tests: (TestsRecord & { file: SourceFile })[];
  scores: (ScoresRecord & { file: SourceFile })[];
  retrievals: RetrievalFact[];
};

export function emptyFacts(): RunFacts {
  return {
    trials: [],
    runs: [],
    trajectories: [],
    reruns: [],
    verdicts: [],
    rewards: [],
    judgements: [],
    audits: [],
    tests: [],
    scores: [],
    retrievals: [],
  };
}

/** Keeps what a record says of runs; memories and problems are for others. */
export function addFact(facts: RunFacts, record: ImportRecord, file: SourceFile): void {
  switch (record.kind) {
    case "trial":
      facts.trials.push(record);
      break;
    case "run":
      facts.runs.push(record);
      break;
    case "trajectory":
      facts.trajectories.push(trajectoryFact(record, file));
      break;
    case "rerun":
      facts.reruns.push(record);
      break;
    case "verdict":
      facts.verdicts.push({ ...record, file });
      break;
    case "reward":
      facts.rewards.push({ ...record, file });
      break;
    case "judgement":
      facts.judgements.push({ ...record, file });
      break;
    case "judgeAudit":
      facts.audits.push(record);
      break;
    case "tests":
      facts.tests.push({ ...record, file });
      break;
    case "scores":
      facts.scores.push({ ...record, file });
      break;
    case "retrieval":
      facts.retrievals.push(retrievalFact(record, file));
      break;
    case "memory":
    case "table":
    case "skipped":
    case "problem":
      break;
  }
}

function trajectoryFact({ steps, ...rest }: TrajectoryRecord, file: SourceFile): TrajectoryFact {
  return { ...rest, file, stepCount: steps.length, contentHash: hashSteps(rest.format, steps) };
}

function retrievalFact({ items }: RetrievalRecord, file: SourceFile): RetrievalFact {
  const types = new Set<MemoryType>();
  const benchmarks = new Set<string>();
  for (const { shown } of items) {
    const read = readMtlRecord(shown);
    if ("field" in read) continue;
    types.add(read.type);
    if (read.benchmark) benchmarks.add(read.benchmark);
  }
  return {
    file,
    count: items.length,
    contentHash: hashJson(items),
    types: [...types].sort(),
    benchmarks: [...benchmarks].sort(),
  };
}
