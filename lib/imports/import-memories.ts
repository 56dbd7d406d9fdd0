import type { BenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { Db, RootDb } from "#lib/db/client.ts";
import type { Tally } from "./counts.ts";
import { decideMemories, type MemoryDecision, type RefusedMemory, type SeenKeys } from "./decide-memories.ts";
import { parseFile, recognizeFile } from "./read-records.ts";
import type { MemoryRecord } from "./records.ts";
import { isRowFault } from "./row-fault.ts";
import type { TableLookup } from "./tables/table-lookup.ts";
import type { SourceFile } from "./walk-files.ts";
import { writeByBisection } from "./write-by-bisection.ts";
import { writeMemories } from "./write-memories.ts";

/** Memories decided and written together; each chunk is one transaction. */
const MEMORY_CHUNK = 200;

/** Collects memories of all files into chunks and counts what an import would do with them. Reads only. */
export class MemoryPlanner {
  readonly #db: Db;
  readonly #tally: Tally;
  readonly #names: BenchmarkNames;
  readonly #seen: SeenKeys = new Map();
  #waiting: { record: MemoryRecord; file: SourceFile }[] = [];
  /** Files with something to write. */
  readonly changed = new Set<SourceFile>();

  constructor(db: Db, tally: Tally, names: BenchmarkNames) {
    this.#db = db;
    this.#tally = tally;
    this.#names = names;
  }

  async add(record: MemoryRecord, file: SourceFile): Promise<void> {
    this.#waiting.push({ record, file });
    if (this.#waiting.length >= MEMORY_CHUNK) await this.flush();
  }

  /** Counts what is still waiting; call at the end. */
  async flush(): Promise<void> {
    const chunk = this.#waiting;
    this.#waiting = [];
    const records = chunk.map(({ record }) => record);
    const decisions =
      records.length === 0 ? [] : await decideMemories(this.#db, records, this.#seen, this.#names);
    await this.#warnOfEdits(decisions);
    for (const [index, decision] of decisions.entries()) {
      if ("problem" in decision) {
        this.#tally.problem(decision.problem, "memories");
        continue;
      }
      this.#tally.count(decision.record.path, "memories", decision.action);
      countVectors(this.#tally, decision, 1);
      const file = chunk[index]?.file;
      const hasWork = decision.action !== "unchanged" || decision.vectors.length > 0;
      if (file && hasWork) this.changed.add(file);
    }
  }

  /** What a person worded here and the source words anew is told before it is written over. */
  async #warnOfEdits(decisions: readonly (MemoryDecision | RefusedMemory)[]): Promise<void> {
    const updated = decisions.filter(
      (decision): decision is MemoryDecision => "action" in decision && decision.action === "updated",
    );
    const versions = updated.flatMap(({ existing }) =>
      existing && existing.version > 1 ? [{ memoryId: existing.id, version: existing.version }] : [],
    );
    if (versions.length === 0) return;
    const edits = await this.#db.revision.findMany({
      where: { OR: versions, NOT: { kind: "import" } },
      select: { memoryId: true, version: true, actor: true },
    });
    for (const { memoryId, version, actor } of edits) {
      const record = updated.find(({ existing }) => existing?.id === memoryId)?.record;
      const reason = `${actor} edited this memory here (revision ${version}), and the source has changed too: the source is written as a new revision, and the edit can be restored.`;
      if (record) this.#tally.problem({ path: record.path, line: record.line, field: null, reason });
    }
  }
}

/** Counts the vectors that a memory's source brings, or with -1 takes them back. */
export function countVectors(tally: Tally, decision: MemoryDecision, sign: 1 | -1): void {
  const { record, vectors, newVectors } = decision;
  if (record.embeddings.length === 0) return;
  tally.count(record.path, "vectors", "created", sign * newVectors);
  tally.count(record.path, "vectors", "updated", sign * (vectors.length - newVectors));
  tally.count(record.path, "vectors", "unchanged", sign * (record.embeddings.length - vectors.length));
}

export type ApplyHooks = {
  actor: string;
  benchmark: string | null;
  names: BenchmarkNames;
  tables: TableLookup;
  signal?: AbortSignal | undefined;
  /** Told each memory that can't be written, what was planned for it, and why. */
  refuse: (record: MemoryRecord, planned: MemoryDecision | null, error: unknown) => void;
};

/**
 * Writes the memories of the files, chunk by chunk, each decided anew inside its transaction, so that two imports at
 * once don't write a memory twice.
 * @param done called after each chunk with how many memories it held
 */
export async function applyMemories(
  db: RootDb,
  files: Iterable<SourceFile>,
  hooks: ApplyHooks,
  done: (count: number) => void,
): Promise<void> {
  const seen: SeenKeys = new Map();
  const decide = (tx: Db, records: readonly MemoryRecord[], met: SeenKeys) =>
    decideMemories(tx, records, met, hooks.names);
  const keep = async (records: readonly MemoryRecord[]) => {
    // Halves of a chunk that was rolled back are met anew.
    for (const { importKey, path, line } of records) {
      const met = seen.get(importKey);
      if (met?.path === path && met.line === line) seen.delete(importKey);
    }
    await db.$transaction(async (tx) => {
      const decisions = await decide(tx, records, seen);
      const fine = decisions.filter((decision): decision is MemoryDecision => "action" in decision);
      await writeMemories(tx, fine, hooks.actor);
    });
  };
  const refuse = async (record: MemoryRecord, error: unknown) => {
    const [decision] = await decide(db, [record], new Map());
    hooks.refuse(record, decision && "action" in decision ? decision : null, error);
  };
  const write = async (records: MemoryRecord[]) => {
    hooks.signal?.throwIfAborted();
    await writeByBisection(records, keep, isRowFault, refuse);
    done(records.length);
  };
  // Chunks go on over the ends of files: a transaction for each of many small files takes most of the time.
  let chunk: MemoryRecord[] = [];
  for (const file of files) {
    for await (const record of parseFile(file, await recognizeFile(file), hooks.benchmark, hooks.tables)) {
      if (record.kind !== "memory") continue;
      chunk.push(record);
      if (chunk.length < MEMORY_CHUNK) continue;
      await write(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) await write(chunk);
}
