// The words of this domain:
//   generation   a draft of a memory, made from the trajectory of a source; a person accepts or rejects it
//   source       a trial with a trajectory, or a trajectory memory of the pool
//   polarity     whether the source passed or failed: it decides which prompt is used
import { z } from "zod";
import type { GenerationState, JobState, MemoryType } from "#lib/db/generated/enums.ts";
import { memoryTypes } from "#lib/memories/content.ts";

export const polarities = ["passed", "failed"] as const;
export type Polarity = (typeof polarities)[number];

const longestNote = 2000;
const reason = z.string().trim().max(longestNote, `Keep it under ${longestNote} characters`);

/** What `requestGeneration` takes: one source, the type to make, and what to mind. */
export const generationRequest = z
  .strictObject({
    /** A trial with a trajectory. */
    trialId: z.uuid("Choose a source").optional(),
    /** A trajectory memory; or a memory of another type, which stands for the trajectory it was made from. */
    memoryId: z.uuid("Choose a source").optional(),
    type: z.enum(memoryTypes, { error: "Choose a type" }),
    /** Read the source as passed or failed, against or without a recorded outcome. */
    polarity: z.enum(polarities).optional(),
    /** A hint of the curator's for the model. */
    note: reason.optional(),
  })
  .refine((request) => Boolean(request.trialId) !== Boolean(request.memoryId), {
    error: "Choose one source: a trial or a trajectory memory",
    path: ["source"],
  });
export type GenerationRequest = z.input<typeof generationRequest>;

export const acceptInput = z.strictObject({
  id: z.uuid(),
  /** Version of the memory that the draft was compared with on screen; default: the one it was asked for. */
  expectedVersion: z.int().min(1).optional(),
  /** Keep the present memory and add the draft beside it. */
  asNew: z.boolean().default(false),
  reason: reason.optional(),
});
export type AcceptInput = z.input<typeof acceptInput>;

export const rejectInput = z.strictObject({
  id: z.uuid(),
  reason: reason.min(1, "Enter a reason: later readers of the drafts need it"),
});
export type RejectInput = z.input<typeof rejectInput>;

/** What a generation row's `prompt` holds: where it came from, and the messages once they were sent. */
export const storedPrompt = z.object({
  source: z.object({
    kind: z.enum(["trial", "memory"]),
    id: z.string(),
    benchmark: z.string(),
    taskName: z.string(),
  }),
  polarity: z.enum(polarities),
  note: z.string().nullable(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).default([]),
});
export type StoredPrompt = z.infer<typeof storedPrompt>;

/** One line of the list of drafts. Times are ISO 8601. */
export type GenerationRow = {
  id: string;
  type: MemoryType;
  /** A draft whose job failed or was canceled counts as failed. */
  state: GenerationState;
  error: string | null;
  benchmark: string;
  taskName: string;
  polarity: Polarity;
  sourceKind: "trial" | "memory";
  sourceId: string;
  /** The memory it would replace, or replaced; null = a new one. */
  memoryId: string | null;
  memoryTitle: string | null;
  model: string | null;
  actor: string;
  createdAt: string;
  decidedAt: string | null;
  jobId: string | null;
  jobState: JobState | null;
};

export type GenerationDetail = GenerationRow & {
  note: string | null;
  /** As labeled text, for the diff; "" when there is none. */
  before: string;
  after: string;
  title: string | null;
  baseVersion: number | null;
  /** Version of the memory now; differs from `baseVersion` when somebody edited it since. */
  currentVersion: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  messages: { role: string; content: string }[];
  /** What the person who decided said. */
  decision: { actor: string; reason: string | null; memoryId: string | null } | null;
};

/** Something a memory can be made from, as the picker shows it. */
export type SourceChoice = {
  kind: "trial" | "memory";
  id: string;
  benchmark: string;
  taskName: string;
  /** "errored" trials are read as failed; "unknown" asks for a polarity. */
  outcome: string;
  /** Run and attempt, or the memory's title. */
  detail: string;
};
