import { setFlagsFromString } from "node:v8";

/**
 * Runs `load` so that the WebAssembly it compiles stays as V8's fast baseline compiler made it. To optimize Postgres
 * function by function takes half a gigabyte for a moment, and a verb of the command line is over before it pays.
 */
export async function withBaselineWasm<T>(load: () => Promise<T>): Promise<T> {
  for (const flag of ["--no-wasm-dynamic-tiering", "--no-wasm-tier-up"]) setFlagsFromString(flag);
  try {
    return await load();
  } finally {
    for (const flag of ["--wasm-dynamic-tiering", "--wasm-tier-up"]) setFlagsFromString(flag);
  }
}
