import type { MemoryType, Outcome } from "#lib/db/generated/enums.ts";

/** One thing that goes wrong in a topic: the seed of an experience. Every slot has a fixed grammar. */
export type Trouble = {
  /** Past-tense clause with particulars, no capital, no full stop. */
  symptom: string;
  /** Clause that follows "because". */
  cause: string;
  /** Past-tense verb phrase; its subject is the agent. */
  fix: string;
  /** The command that applies the fix. */
  edit: string;
  /** What the terminal shows while the trouble is there. */
  error: string;
  /** Past-tense clause that says the same and names nothing: the evidence of an insight. */
  abstract: string;
  /** Keys of the principles this trouble can teach. */
  lessons: readonly string[];
};

/** A command and what it printed. */
export type Exchange = readonly [action: string, observation: string];

export type Topic = {
  /** What the benchmark's naming scheme needs: a language, a repository, a module. */
  scope: string;
  /** Plural noun phrase: "sliding windows over letter counts". */
  subject: string;
  /** Short plural noun phrase that names no tool: "window problems". */
  arena: string;
  /** Present-tense clauses that follow "when" and name nothing. */
  situations: readonly string[];
  file: string;
  look: readonly Exchange[];
  /** The check of the topic, and what it prints when all is well. */
  run: string;
  pass: string;
  /** Statement templates with {thing} and {twist}. */
  asks: readonly string[];
  things: readonly string[];
  /** "code|text": the code goes into the task's name, the text into its statement. */
  twists: readonly string[];
  troubles: readonly Trouble[];
};

export type BenchmarkWords = {
  name: string;
  taskCount: number;
  /** Share of the source runs that passed. */
  sourcePassRate: number;
  /** Share of zero-shot attempts that pass on a task of middling difficulty; null = not evaluated. */
  baseRate: number | null;
  /** Task name template: {scope}, {slug}, {code}, {num}. */
  taskName: string;
  /** How running text speaks of a {thing}: with the article, if it needs one. */
  mention: string;
  /** Noun phrase: "a Python container without network access". */
  environment: string;
  opening: readonly Exchange[];
  closing: readonly Exchange[];
  /** Past-tense verb phrases, subject the agent: how attempts at this benchmark are lost. */
  misses: readonly string[];
  topics: readonly Topic[];
};

/** A transferable rule, in several wordings, that names no file and no tool. */
export type Principle = {
  key: string;
  /** Imperative, sentence case, no full stop. */
  titles: readonly string[];
  /** Imperative clause without capital and full stop. */
  gist: string;
  /** Whole sentences. */
  advice: readonly string[];
  reason: readonly string[];
  caveat: readonly string[];
};

export type DemoTask = {
  id: string;
  benchmark: string;
  name: string;
  statement: string;
  topic: Topic;
  /** The noun phrase its text turns on. */
  thing: string;
};

export type DemoStep = { action: string; observation: string };

export type DemoContent =
  | { steps: DemoStep[] }
  | { goal: string; steps: string[] }
  | { taskSummary: string; experience: string }
  | { title: string; description: string; content: string };

export type DemoMemory = {
  id: string;
  importKey: string;
  type: MemoryType;
  benchmark: string;
  taskName: string;
  task: string;
  outcome: "passed" | "failed";
  content: DemoContent;
  lifecycle: "candidate" | "active" | "deprecated";
  validUntil: string | null;
  deprecatedReason: string | null;
  /** Key of the planted truth, null for the rest. Never stored: the reader has to find it. */
  planted: string | null;
};

export type DemoRun = {
  id: string;
  importKey: string;
  name: string;
  /** null = zero-shot. */
  memoryType: MemoryType | null;
  startedAt: string;
};

export type DemoTrial = {
  id: string;
  runId: string;
  taskId: string;
  attempt: number;
  outcome: Outcome;
  error: string | null;
  durationMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
};

export type DemoTrialStep = DemoStep & { source: "agent"; message?: string };

export type DemoTrajectory = { trialId: string; steps: DemoTrialStep[] };

export type DemoRetrieval = {
  id: string;
  trialId: string;
  memoryId: string;
  rank: number;
  similarity: number;
  query: string;
};

export type DemoPool = {
  seed: number;
  benchmarks: string[];
  tasks: DemoTask[];
  memories: DemoMemory[];
  runs: DemoRun[];
  trials: DemoTrial[];
  trajectories: DemoTrajectory[];
  retrievals: DemoRetrieval[];
};
