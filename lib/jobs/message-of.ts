/** The last line only: a failed query prints its parameters first, thousands of numbers each. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split("\n").filter((line) => line.trim());
  return (lines.at(-1) ?? "Unknown error").slice(0, 500);
}
