import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFile, recognizeFile } from "#lib/imports/read-records.ts";
import {
  type ImportRecord,
  type MemoryRecord,
  type ProblemRecord,
  problem,
  type TrajectoryRecord,
} from "#lib/imports/records.ts";
import { walkFiles } from "#lib/imports/walk-files.ts";

export type Parsed = {
  format: string | null;
  records: ImportRecord[];
  memories: MemoryRecord[];
  trajectories: TrajectoryRecord[];
  problems: ProblemRecord[];
};

/** For tests: everything one file gives. */
export async function parsePath(path: string, benchmark: string | null = null): Promise<Parsed> {
  const { files, problems, close } = await walkFiles([path]);
  const records: ImportRecord[] = problems.map(({ reason }) => problem(reason));
  let format: string | null = null;
  for (const file of files) {
    const recognized = await recognizeFile(file);
    format = recognized.format?.name ?? null;
    for await (const record of parseFile(file, recognized, benchmark)) records.push(record);
  }
  close();
  const of = <K extends ImportRecord["kind"]>(kind: K) =>
    records.filter((record): record is Extract<ImportRecord, { kind: K }> => record.kind === kind);
  return { format, records, memories: of("memory"), trajectories: of("trajectory"), problems: of("problem") };
}

/** For tests: the same for a text or bytes under a file name, or for a value as JSON. */
export async function parseContent(name: string, content: unknown): Promise<Parsed> {
  const folder = await mkdtemp(join(tmpdir(), "carryover-parse-"));
  try {
    const path = join(folder, name);
    await writeFile(
      path,
      typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
    return await parsePath(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** For tests: rows as JSON Lines. */
export function jsonLines(...rows: unknown[]): string {
  return rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");
}
