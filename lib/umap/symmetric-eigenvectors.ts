const sweeps = 30;

/**
 * The eigenvectors of the largest eigenvalues of a small symmetric matrix, by cyclic Jacobi rotations (Golub and Van
 * Loan, 8.5). O(size³) a sweep.
 * @param matrix size x size, row-major; left as it is
 * @returns `wanted` unit vectors, largest eigenvalue first
 */
export function largestEigenvectors(matrix: Float64Array, size: number, wanted: number): Float64Array[] {
  const a = matrix.slice();
  const vectors = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < sweeps && isCoupled(a, size); sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  return Array.from({ length: size }, (_, k) => k)
    .sort((p, q) => (a[q * size + q] as number) - (a[p * size + p] as number))
    .slice(0, wanted)
    .map((k) => Float64Array.from({ length: size }, (_, row) => vectors[row * size + k] as number));
}

function isCoupled(a: Float64Array, size: number): boolean {
  let off = 0;
  let diagonal = 0;
  a.forEach((value, at) => {
    if (at % (size + 1) === 0) diagonal += value * value;
    else off += value * value;
  });
  return off > 1e-24 * diagonal;
}

/** Turns axes p and q so that they no longer share anything. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const shared = a[p * size + q] as number;
  if (shared === 0) return;
  const ratio = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * shared);
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) turnPair(a, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) turnPair(a, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k++) turnPair(vectors, k * size + p, k * size + q, cosine, sine);
}

function turnPair(values: Float64Array, at: number, other: number, cosine: number, sine: number): void {
  const x = values[at] as number;
  const y = values[other] as number;
  values[at] = cosine * x - sine * y;
  values[other] = sine * x + cosine * y;
}
