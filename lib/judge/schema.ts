/**
 * The words of this folder.
 * - verdict: what an LLM judge said of a trial, PASS or FAIL. Not an outcome: that is the verifier's.
 * - wrong label: the outcome of a memory that its source trial's verifier contradicts.
 */
import { z } from "zod";
import type { MemoryOutcome, MemoryType } from "#lib/db/generated/enums.ts";
import type { Kappa } from "#lib/metrics/cohen-kappa.ts";
import type { Measured } from "#lib/metrics/measured.ts";

/** Judged trials by verdict (pass, fail) and verifier (passed, not passed; errored is not passed). */
export type Confusion = {
  passPassed: number;
  passFailed: number;
  failPassed: number;
  failFailed: number;
};

/** k of n with Wilson's 95% interval; the share is null for n = 0. */
export type ShareOf = { k: number; n: number; share: number | null; ci: [number, number] };

export type JudgeFigures = Confusion & {
  /** Judged trials without an outcome: they can't be checked. */
  missing: number;
  accuracy: ShareOf;
  /** Of the trials judged PASS, those that passed; of those judged FAIL, those that did not. */
  passPrecision: ShareOf;
  failPrecision: ShareOf;
  kappa: Measured<Kappa>;
};

/** One run at one benchmark, or one imported audit (runId null). */
export type JudgeRow = JudgeFigures & { id: string; runId: string | null; name: string; benchmark: string };

/** A memory whose outcome its source trial's verifier contradicts. */
export type WrongLabel = {
  id: string;
  version: number;
  title: string;
  type: MemoryType;
  benchmark: string;
  outcome: MemoryOutcome;
  verifier: "passed" | "failed";
  /** null = no judge: the label came from elsewhere. */
  judge: "passed" | "failed" | null;
  trialId: string;
  runName: string;
  taskName: string;
  /** A draft is needed to write it anew from its trial, which needs steps. */
  hasSteps: boolean;
};

export type JudgeAudit = { total: JudgeFigures; rows: JudgeRow[]; wrong: WrongLabel[]; wrongTotal: number };

export const relabelInput = z.strictObject({
  id: z.uuid(),
  /** The revision that was seen. */
  expectedVersion: z.int().min(1),
  /** Also ask for a draft written from the trial as what it is. */
  regenerate: z.boolean().default(true),
});
export type RelabelInput = z.input<typeof relabelInput>;
