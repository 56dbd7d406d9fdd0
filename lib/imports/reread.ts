import { hashJson } from "#lib/shared/hash.ts";
import { parseFile, recognizeFile } from "./read-records.ts";
import type { RetrievalRecord, TrajectoryRecord } from "./records.ts";
import type { RetrievalFact, TrajectoryFact } from "./run-facts.ts";

/** A file that no longer holds what the plan saw. */
export class SourceChanged extends Error {}

/**
 * Reads the steps of a trajectory again when they are written: the plan keeps their hash only.
 * @throws SourceChanged when the file no longer holds what the plan saw
 */
export async function rereadSteps(fact: TrajectoryFact): Promise<TrajectoryRecord & { contentHash: string }> {
  for await (const record of parseFile(fact.file, await recognizeFile(fact.file), null)) {
    if (record.kind !== "trajectory" || record.line !== fact.line) continue;
    const contentHash = hashJson({ format: record.format, steps: record.steps });
    if (contentHash === fact.contentHash) return { ...record, contentHash };
  }
  throw new SourceChanged(`${fact.path} changed while it was imported. Import it again.`);
}

/** The same for the memories that an agent's log shows. */
export async function rereadRetrieval(fact: RetrievalFact): Promise<RetrievalRecord> {
  for await (const record of parseFile(fact.file, await recognizeFile(fact.file), null)) {
    if (record.kind === "retrieval" && hashJson(record.items) === fact.contentHash) return record;
  }
  throw new SourceChanged(`${fact.file.path} changed while it was imported. Import it again.`);
}
