/**
 * The words of this folder.
 * - triage: people say why a task was lost, or what helped at a gained one. Not a verdict on a memory.
 * - label: one person's answer for one task of a candidate run, with a note. The newest that was not withdrawn counts.
 * - cue: something in the trajectory that speaks for a cause, by a stated rule, with how often it is there anyway.
 */
import { z } from "zod";
import type { Kappa } from "#lib/metrics/cohen-kappa.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";

/** Why a task was lost: the three causes of arXiv 2604.14004, and what is none of them. */
const CAUSES = ["anchoring", "false_confidence", "misapplied", "none", "other"] as const;
/** What helped at a gained task: the ten kinds of its figure 4, and what is none of them. */
const TRANSFERS = [
  "workflow",
  "verification",
  "anti_pattern",
  "robustness",
  "interface",
  "protocol",
  "environment",
  "files",
  "exploration",
  "algorithm",
  "none",
  "other",
] as const;
export type TriageLabel = (typeof CAUSES)[number] | (typeof TRANSFERS)[number];

const TRIAGE_KINDS = ["cause", "transfer"] as const;
export type TriageKind = (typeof TRIAGE_KINDS)[number];

const labelsOf = { cause: CAUSES, transfer: TRANSFERS } as const;

/** The labels of a kind, in the order of their keys. */
export function labelsOfKind(kind: TriageKind): readonly TriageLabel[] {
  return labelsOf[kind];
}

export const labelInput = z
  .strictObject({
    trialId: z.uuid(),
    kind: z.enum(TRIAGE_KINDS),
    label: z.string(),
    note: z.string().trim().max(2000, "Keep it under 2000 characters").default(""),
  })
  .refine(({ kind, label }) => labelsOfKind(kind).some((each) => each === label), {
    error: "Choose one of the labels",
    path: ["label"],
  });
export type LabelInput = z.input<typeof labelInput>;

export const withdrawInput = z.strictObject({ id: z.uuid() });
export type WithdrawInput = z.input<typeof withdrawInput>;

/** A label that counts. */
export type GivenLabel = { id: string; actor: string; label: TriageLabel; note: string | null; at: string };

export type TriageTask = {
  task: PairedTask;
  mine: GivenLabel | null;
  /** Of others; empty until one has labeled the task oneself, so that nobody is led. */
  others: GivenLabel[];
  /** How many others have. */
  otherCount: number;
};

/** Two people who labeled the most tasks in common. */
export type Agreement = { actors: [string, string]; kappa: Measured<Kappa>; both: number };

export type TriageList = {
  kind: TriageKind;
  tasks: TriageTask[];
  labeled: number;
  /** How often each label was given by oneself, most first. */
  counts: { label: TriageLabel; count: number }[];
  agreement: Agreement | null;
};
