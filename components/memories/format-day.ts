/** "2026-01-31": the day in UTC, the same on the server and in the browser. */
export function formatDay(iso: string): string {
  return iso.slice(0, 10);
}

/** "2026-01-31 14:05 UTC". */
export function formatMoment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** "1 memory", "12 memories", "1,234 memories". */
export function countMemoriesInWords(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "memory" : "memories"}`;
}
