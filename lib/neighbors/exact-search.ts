import type { NativeSearch } from "./native-search.ts";
import type { SearchRows } from "./search-rows.ts";

/** Candidates of every row, most similar first; may hold the row itself. */
export type Candidates = { kept: number; indices: Int32Array; similarities: Float32Array };

const blockRows = 512;

/** The `kept` most similar rows of every row, itself among them: every row against every row, O(n² d). */
export async function searchAll(
  native: NativeSearch,
  { queries, rows, count, columns }: SearchRows,
  kept: number,
  onBlock: (share: number) => void,
): Promise<Candidates> {
  const indices = new Int32Array(count * kept);
  const similarities = new Float32Array(count * kept);
  for (let first = 0; first < count; first += blockRows) {
    const last = Math.min(count, first + blockRows);
    const found = await native.search(queries.subarray(first * columns, last * columns), rows, columns, kept);
    indices.set(found.indices, first * kept);
    similarities.set(found.similarities, first * kept);
    onBlock(last / count);
  }
  return { kept, indices, similarities };
}
