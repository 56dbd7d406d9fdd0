/**
 * Inverse Simpson index of each point's weighted neighborhood: 1 / sum over labels of (weight of that label)^2.
 * 1 = all neighbors share one label; the number of labels = all labels weigh alike.
 * @param indices neighbors, k per point, row-major; `weights` beside them, summing to 1 per point
 * @param codes label of each point as 0 .. labelCount - 1
 */
export function inverseSimpson(
  indices: Int32Array,
  weights: Float64Array,
  k: number,
  codes: Int32Array,
  labelCount: number,
): Float64Array {
  const perPoint = new Float64Array(codes.length);
  const byLabel = new Float64Array(labelCount);
  for (let i = 0; i < codes.length; i++) {
    byLabel.fill(0);
    for (let j = i * k; j < (i + 1) * k; j++) {
      const code = codes[indices[j] as number] as number;
      byLabel[code] = (byLabel[code] as number) + (weights[j] as number);
    }
    let sum = 0;
    for (const weight of byLabel) sum += weight * weight;
    perPoint[i] = 1 / sum;
  }
  return perPoint;
}
