import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/shared/hash.ts";

/** SHA-256 of everything a stored result depends on: parameters, which memories in which order, and their numbers. */
export function inputHash(params: unknown, memoryKeys: readonly string[], numbers: Float32Array): string {
  const hash = createHash("sha256").update(canonicalJson([params, memoryKeys]));
  return hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)).digest("hex");
}
