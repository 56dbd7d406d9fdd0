import { seededRandom } from "#lib/shared/random.ts";
import { lexicalFeatures } from "./lexical-features.ts";
import { longestText } from "./provider.ts";

export const lexicalModel = "carryover-lexical-1";
export const lexicalDimensions = 256;

/** 65,536 signed buckets, each a fixed row of +1/-1 in 16 of the 256 dimensions. Part of the model: never change. */
const bucketCount = 1 << 16;
const nonZeros = 16;
const projectionSeed = 20_260_414;

/**
 * The built-in embedding: hashed, sublinearly weighted words, word pairs and word pieces (see `lexicalFeatures`),
 * added up in 65,536 signed buckets and brought to 256 dimensions by a fixed, seeded, sparse random projection
 * (Achlioptas 2003; Li, Hastie and Church 2006). Two texts are close when they share words, not when they mean the
 * same: it knows no synonyms. Unrelated texts have a cosine of 0 give or take 0.06.
 *
 * It is fitted to nothing, so a query and a memory embed alike on any machine, now and later.
 * @returns 256 numbers of Euclidean length 1
 */
export function lexicalEmbedding(text: string): Float32Array {
  const sum = new Float64Array(lexicalDimensions);
  for (const { key, weight } of lexicalFeatures(text.slice(0, longestText))) {
    const hash = hashText(key);
    const signed = hash >>> 31 ? -weight : weight;
    const row = projectionRow(hash & (bucketCount - 1));
    for (const cell of row) {
      const dimension = cell >> 1;
      sum[dimension] = (sum[dimension] as number) + (cell & 1 ? signed : -signed);
    }
  }
  return toUnitLength(sum);
}

/** Where a projection cancels out entirely (rare, but possible), a fixed direction stands in for no direction. */
function toUnitLength(sum: Float64Array): Float32Array {
  let squared = 0;
  for (const value of sum) squared += value * value;
  if (squared === 0) return Float32Array.from({ length: lexicalDimensions }, (_, i) => (i === 0 ? 1 : 0));
  return Float32Array.from(sum, (value) => value / Math.sqrt(squared));
}

const rows = new Map<number, Uint16Array>();

/** The bucket's non-zero cells as 2 x dimension + sign. Computed when first needed. */
function projectionRow(bucket: number): Uint16Array {
  let row = rows.get(bucket);
  if (!row) {
    const random = seededRandom(Math.imul(bucket + 1, 0x9e3779b1) ^ projectionSeed);
    const dimensions = new Set<number>();
    while (dimensions.size < nonZeros) dimensions.add(Math.floor(random() * lexicalDimensions));
    row = Uint16Array.from(dimensions, (dimension) => 2 * dimension + (random() < 0.5 ? 0 : 1));
    rows.set(bucket, row);
  }
  return row;
}

/** FNV-1a over UTF-16 code units with a final avalanche, as an unsigned 32-bit number. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
