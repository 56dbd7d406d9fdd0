/** count of n as a percentage, `62.5%`; an en dash for n = 0, because none of none is not 0%. */
export function formatShare(count: number, of: number, digits = 1): string {
  return of === 0 ? "–" : `${((100 * count) / of).toFixed(digits)}%`;
}
