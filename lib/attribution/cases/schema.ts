/**
 * The words of this folder.
 * - case: one memory, or several that were always shown together, whose effect on a comparison's tasks is looked into.
 * - lost alone: a lost task at which no memory outside of the case was shown.
 * - verdict: what a person says of a case; its state is what the runs say.
 */
import { z } from "zod";
import type { AttributionCase } from "#lib/attribution/attribution-case.ts";
import type { MemoryType } from "#lib/db/generated/enums.ts";
import type { ComparedRun, PairedTask } from "#lib/transfer/schema.ts";

export const caseVerdicts = ["harmful", "bystander", "unclear"] as const;
export type CaseVerdictName = (typeof caseVerdicts)[number];

/** Names a case: two runs and any memory of it. */
const caseName = { base: z.uuid(), candidate: z.uuid(), memoryId: z.uuid() };
const longestNote = 2000;

export const judgeInput = z.strictObject({
  ...caseName,
  /** null withdraws what was said. */
  verdict: z.enum(caseVerdicts).nullable(),
  note: z.string().trim().max(longestNote, `Keep it under ${longestNote} characters`).optional(),
});
export type JudgeInput = z.input<typeof judgeInput>;

export const caseRef = z.strictObject(caseName);
export type CaseRef = z.infer<typeof caseRef>;

/** What a person says of a case, who and when (ISO 8601). */
export type CaseJudgment = {
  verdict: CaseVerdictName;
  note: string | null;
  actor: string;
  updatedAt: string;
};

/** A line of the list of suspects. */
export type CaseRow = AttributionCase & {
  /** Of the first memory. */
  type: MemoryType;
  benchmark: string;
  /** Deprecated: each of its memories is. */
  isDeprecated: boolean;
  judgment: CaseJudgment | null;
};

/** A memory of a case, as it is now. */
export type CaseMemory = {
  id: string;
  title: string;
  type: MemoryType;
  benchmark: string;
  lifecycle: string;
  version: number;
  /** What it says beside its title. */
  text: string;
  /** Revisions that the candidate's trials were shown, where the log says. */
  shownVersions: number[];
};

/** A paired task at which the case was shown. */
export type CaseTask = Pick<
  PairedTask,
  "taskId" | "benchmark" | "taskName" | "outcome" | "errored" | "evidence" | "effect"
> & {
  base: Pick<PairedTask["base"], "scored" | "passed">;
  /** Of the candidate: attempts that were shown the case, and those of them that passed. */
  shown: { attempts: number; passed: number };
  /** No memory outside of the case was shown. */
  alone: boolean;
  /** Memories outside of the case that were shown at it. */
  others: { id: string; title: string }[];
};

export type CaseDetail = {
  base: ComparedRun;
  candidate: ComparedRun;
  case: CaseRow;
  memories: CaseMemory[];
  /** Lost alone, then lost with others, then the rest. */
  tasks: CaseTask[];
};
