import { Readable } from "node:stream";
import type { PlacedTrial } from "./assembled.ts";
import type { SourceFile } from "./walk-files.ts";

/** For tests: a file that lies nowhere and comes in these pieces, as out of an archive. */
export function fileInPieces(pieces: readonly Buffer[], path = "piecewise"): SourceFile {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { path, absolute: path, place: path, size, open: async () => Readable.from(pieces) };
}

/** For tests: bytes cut at random places. */
export function cutAtRandom(bytes: Buffer, random: () => number, most = 6): Buffer[] {
  const cuts = Array.from({ length: Math.floor(random() * most) }, () =>
    Math.floor(random() * (bytes.length + 1)),
  ).sort((a, b) => a - b);
  return [0, ...cuts].map((from, i) => bytes.subarray(from, cuts[i] ?? bytes.length));
}

/** For tests: all that a generator gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** For tests: a trial of the run /data/outputs/run, passed, with nothing known of it but what is given. */
export function placedTrial(taskName: string, fields: Partial<PlacedTrial> = {}): PlacedTrial {
  return {
    path: `run/${taskName}/result.json`,
    sourcePath: `outputs/run/${taskName}`,
    benchmark: "b",
    taskName,
    checksum: "",
    statement: null,
    outcome: "passed",
    reward: 1,
    error: null,
    judgement: null,
    costUsd: null,
    inputTokens: null,
    outputTokens: null,
    startedAt: null,
    durationMs: null,
    trajectory: null,
    retrieval: null,
    runFolder: "/data/outputs/run",
    sourceId: null,
    format: "test",
    agent: null,
    model: null,
    setup: {},
    config: {},
    runStartedAt: null,
    ...fields,
  };
}
