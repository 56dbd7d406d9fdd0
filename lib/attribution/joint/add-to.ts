/** Adds to one number of many. */
export function addTo(values: Float64Array, index: number, change: number): void {
  values[index] = (values[index] as number) + change;
}
