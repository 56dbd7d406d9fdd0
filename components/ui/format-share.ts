/** count of n as a percentage, `62.5%`; an en dash for n = 0, because no trial is not 0%. */
export function formatShare(count: number, of: number, digits = 1): string {
  return of === 0 ? "–" : `${((100 * count) / of).toFixed(digits)}%`;
}
