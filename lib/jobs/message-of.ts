const longest = 500;

/**
 * Why something failed, on a line that the database can hold. The last line only: a failed query prints its parameters
 * first, thousands of numbers each. A bundle of errors without words of its own, as of a connection that was refused
 * at every address of a name, is told by its first.
 */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text
    .replaceAll("\u0000", "")
    .split("\n")
    .filter((line) => line.trim());
  const last = lines.at(-1);
  if (last === undefined && error instanceof AggregateError && error.errors.length > 0)
    return messageOf(error.errors[0]);
  return (last ?? "Unknown error").slice(0, longest);
}
