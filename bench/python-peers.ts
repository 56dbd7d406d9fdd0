import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Matrix } from "#lib/metrics/matrix.ts";

const run = promisify(execFile);

export type UmapLearn = {
  seconds: number;
  neighbourSeconds: number;
  dbi: number[];
  trustworthiness?: number;
};
export type SklearnDaviesBouldin = { seconds: number; value: number };

/** Why a peer of Python is missing from the rows, for their notes. */
export const withoutPython =
  "umap-learn and scikit-learn are not installed (Debian: apt install umap-learn python3-sklearn)";

/** Whether a module of Python can be imported. */
export async function hasPython(module: string): Promise<boolean> {
  return run("python3", ["-c", `import ${module}`]).then(
    () => true,
    () => false,
  );
}

/** Runs one measurement of python-peers.py on a matrix; null where its library is not installed. */
export async function askPython<T>(
  matrix: Matrix & { data: Float32Array },
  groups: number,
  work: "umap" | "dbi",
  signal: AbortSignal,
): Promise<T | null> {
  if (!(await hasPython(work === "umap" ? "umap" : "sklearn"))) return null;
  const folder = mkdtempSync(join(tmpdir(), "carryover-bench-"));
  try {
    const path = join(folder, "rows.f32");
    writeFileSync(path, matrix.data);
    const script = new URL("./python-peers.py", import.meta.url).pathname;
    const { stdout } = await run("python3", [script, path, String(matrix.columns), String(groups), work], {
      signal,
    });
    return JSON.parse(stdout) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
