import { join } from "node:path";
import { writeOutputs } from "#lib/testing/harbor-outputs.ts";
import { runInChild } from "./command-line-child.ts";
import type { BenchContext, BenchRow } from "./row.ts";
import { inScratch } from "./scratch.ts";

/** What a full evaluation leaves: every task three times without memory and with each of four kinds. */
const arms = ["zero-shot", "insight", "summary", "trajectory", "workflow"];
const size = { arms, tasks: 491, attempts: 3, steps: 30, observation: 2000 };
const trials = arms.length * size.tasks * size.attempts;

/** The command line imports a whole evaluation on its own database: planned, for the first time, and again. */
export async function benchImportOutputs({ log, signal }: BenchContext): Promise<BenchRow[]> {
  return inScratch(async (folder) => {
    const dataDir = join(folder, "data");
    const outputs = join(folder, "outputs");
    log(`Writing the files of ${trials} trials ...`);
    const files = await writeOutputs(outputs, size);
    // The first call makes the database, which is work of another kind.
    await runInChild(dataDir, ["runs"]);
    const rows: BenchRow[] = [];
    for (const [name, ...options] of [["planned", "--dry-run"], ["all new"], ["all unchanged"]] as const) {
      signal.throwIfAborted();
      log(`Importing ${files} files: ${name} ...`);
      const started = performance.now();
      const { stdout, code, megabytes } = await runInChild(dataDir, ["import", outputs, ...options]);
      if (code !== 0) throw new Error(`The import ended with ${code}.`);
      const seconds = (performance.now() - started) / 1000;
      const note = `${files} files, peak ${Math.round(megabytes)} MB with the database, ${stdout.trim().split("\n").length} lines printed`;
      rows.push({ name: `import of outputs, ${name}`, n: trials, seconds, megabytes, note });
    }
    return rows;
  });
}
