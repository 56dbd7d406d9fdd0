import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Matrix } from "#lib/metrics/matrix.ts";

const run = promisify(execFile);

export type UmapLearn = {
  seconds: number;
  neighborSeconds: number;
  dbi: number[];
  trustworthiness?: number;
};
export type SklearnDaviesBouldin = { seconds: number; value: number };
export type HarmonypyLisi = { seconds: number; mean: number };

/** The module that each measurement needs. */
const modules = { umap: "umap", dbi: "sklearn", lisi: "harmonypy" } as const;

/** Why a peer of Python is missing from the rows, for their notes. */
export const withoutPython =
  "umap-learn, scikit-learn or harmonypy is not installed (Debian: apt install umap-learn python3-sklearn python3-harmonypy)";

/** Debian's own Python has Debian's packages; another one may stand before it on the path. */
const pythons = ["python3", "/usr/bin/python3"];

/** The first Python that can import a module; null where none can. */
async function findPython(module: string): Promise<string | null> {
  for (const python of pythons) {
    const found = await run(python, ["-c", `import ${module}`]).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  return null;
}

/** Runs one measurement of python-peers.py on a matrix; null where its library is not installed. */
export async function askPython<T>(
  matrix: Matrix & { data: Float32Array },
  groups: number,
  work: keyof typeof modules,
  signal: AbortSignal,
): Promise<T | null> {
  const python = await findPython(modules[work]);
  if (!python) return null;
  const folder = mkdtempSync(join(tmpdir(), "carryover-bench-"));
  try {
    const path = join(folder, "rows.f32");
    writeFileSync(path, matrix.data);
    const script = new URL("./python-peers.py", import.meta.url).pathname;
    const { stdout } = await run(python, [script, path, String(matrix.columns), String(groups), work], {
      signal,
    });
    return JSON.parse(stdout) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
