import { hashJson } from "#lib/shared/hash.ts";
import { hashSteps } from "./hash-steps.ts";
import { parseFile, recognizeFile } from "./read-records.ts";
import type { RetrievalRecord, TrajectoryRecord } from "./records.ts";
import type { RetrievalFact, TrajectoryFact } from "./run-facts.ts";
import type { SourceFile } from "./walk-files.ts";

/** A file that no longer holds what the plan saw. */
export class SourceChanged extends Error {}

type Read = TrajectoryRecord & { contentHash: string };

/** Reads the steps of trajectories again when they are written: the plan keeps their hashes only. */
export class StepsReader {
  #place = "";
  #records: AsyncGenerator<TrajectoryRecord> | null = null;

  /**
   * A file is read on from where it was left; asked for in the order of files and lines, each is read once.
   * @throws SourceChanged when the file no longer holds what the plan saw
   */
  async read(fact: TrajectoryFact): Promise<Read> {
    const goesOn = this.#records !== null && this.#place === fact.file.place;
    const found = (goesOn && (await this.#find(fact))) || (await this.#findFromStart(fact));
    if (found === null)
      throw new SourceChanged(`${fact.path} changed while it was imported. Import it again.`);
    return found;
  }

  async #findFromStart(fact: TrajectoryFact): Promise<Read | null> {
    await this.#records?.return(undefined);
    this.#place = fact.file.place;
    this.#records = trajectoriesOf(fact.file);
    return this.#find(fact);
  }

  async #find(fact: TrajectoryFact): Promise<Read | null> {
    // Not for...of: that would close the records, and the next read goes on with them.
    for (;;) {
      const next = await this.#records?.next();
      if (next === undefined || next.done) return null;
      const { value: record } = next;
      if (record.line !== fact.line) continue;
      const contentHash = hashSteps(record.format, record.steps);
      if (contentHash === fact.contentHash) return { ...record, contentHash };
    }
  }
}

async function* trajectoriesOf(file: SourceFile): AsyncGenerator<TrajectoryRecord> {
  for await (const record of parseFile(file, await recognizeFile(file), null)) {
    if (record.kind === "trajectory") yield record;
  }
}

/** The same for the memories that an agent's log shows. */
export async function rereadRetrieval(fact: RetrievalFact): Promise<RetrievalRecord> {
  for await (const record of parseFile(fact.file, await recognizeFile(fact.file), null)) {
    if (record.kind === "retrieval" && hashJson(record.items) === fact.contentHash) return record;
  }
  throw new SourceChanged(`${fact.file.path} changed while it was imported. Import it again.`);
}
