const negligible = 1e-10;

/**
 * The solution of least effort of A w = r for a symmetric positive semi-definite A: pivoted Cholesky,
 * directions below 1e-10 of the largest are left out. A may be singular (deviations from a mean are).
 * @param matrix rows of A; left as it is
 */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rest = matrix.map((line) => [...line]);
  const residual = [...right];
  const pivots: { at: number; line: number[]; value: number; right: number }[] = [];
  const largest = Math.max(0, ...rest.map((line, i) => line[i] as number));
  for (let step = 0; step < size; step++) {
    const at = rest.reduce(
      (best, line, i) => ((line[i] as number) > (rest[best]?.[best] as number) ? i : best),
      0,
    );
    const value = rest[at]?.[at] as number;
    if (value <= negligible * largest || value <= 0) break;
    const line = [...(rest[at] as number[])];
    pivots.push({ at, line, value, right: residual[at] as number });
    for (let i = 0; i < size; i++) {
      const factor = (line[i] as number) / value;
      residual[i] = (residual[i] as number) - factor * (pivots.at(-1)?.right as number);
      for (let j = 0; j < size; j++)
        (rest[i] as number[])[j] = (rest[i]?.[j] as number) - factor * (line[j] as number);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (const { at, line, value, right: wanted } of pivots.reverse()) {
    const known = solution.reduce((sum, w, j) => (j === at ? sum : sum + w * (line[j] as number)), 0);
    solution[at] = (wanted - known) / value;
  }
  return solution;
}
