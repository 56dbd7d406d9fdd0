import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";

export const domains = 6;
const topicsPerDomain = 12;
const latent = 24;
// Shares of a row's squared length; rows of one domain have a mean cosine of common + domain = 0.51, others 0.25.
const share = { common: 0.25, domain: 0.26, topic: 0.15, own: 0.09, noise: 0.25 };

/** Sum of uniform numbers, scaled to variance 1. */
function bell(random: () => number): number {
  return (random() + random() + random() - 1.5) * 2;
}

function directions(count: number, columns: number, random: () => number): Float32Array {
  const scale = 1 / Math.sqrt(columns);
  return Float32Array.from({ length: count * columns }, () => bell(random) * scale);
}

/**
 * Made-up embeddings that lie as those of texts do: unit rows with a direction in common, six domains of twelve topics
 * in 24 dimensions each, and noise in all directions. The same numbers on every machine. O(n columns).
 */
export function syntheticEmbeddings(
  n: number,
  columns = 1536,
  seed = 42,
): { matrix: Matrix & { data: Float32Array }; labels: string[] } {
  const random = seededRandom(seed);
  const common = directions(1, columns, random);
  const centers = directions(domains, columns, random);
  const bases = directions(domains * latent, columns, random);
  const topics = Float32Array.from({ length: domains * topicsPerDomain * latent }, () => bell(random));
  const data = new Float32Array(n * columns);
  for (let i = 0; i < n; i++) {
    const domain = i % domains;
    const topic = domain * topicsPerDomain + (Math.floor(i / domains) % topicsPerDomain);
    const row = data.subarray(i * columns, (i + 1) * columns);
    addScaled(row, common, 0, Math.sqrt(share.common));
    addScaled(row, centers, domain * columns, Math.sqrt(share.domain));
    for (let l = 0; l < latent; l++) {
      const weight =
        Math.sqrt(share.topic / latent) * (topics[topic * latent + l] as number) +
        Math.sqrt(share.own / latent) * bell(random);
      addScaled(row, bases, (domain * latent + l) * columns, weight);
    }
    const noise = Math.sqrt(share.noise / columns);
    for (let c = 0; c < columns; c++) row[c] = (row[c] as number) + noise * bell(random);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let c = 0; c < columns; c++) row[c] = (row[c] as number) / length;
  }
  const labels = Array.from({ length: n }, (_, i) => `domain ${i % domains}`);
  return { matrix: { data, rows: n, columns }, labels };
}

function addScaled(row: Float32Array, from: Float32Array, start: number, scale: number): void {
  for (let c = 0; c < row.length; c++) row[c] = (row[c] as number) + scale * (from[start + c] as number);
}
