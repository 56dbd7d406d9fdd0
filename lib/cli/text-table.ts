/**
 * Rows as aligned columns for a terminal. Numbers go to the right, texts are cut to the width given.
 * @param header one name a column; "" for none
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  longest = 60,
): string {
  const cells = rows.map((row) => row.map((value) => cut(value === null ? "-" : String(value), longest)));
  const widths = header.map((name, column) =>
    cells.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), name.length),
  );
  const isNumber = header.map((_name, column) => rows.every((row) => typeof row[column] !== "string"));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [line(header), ...cells.map(line)].join("\n");
}

/** On one line, without what a terminal would obey, and without half a character at the cut. */
function cut(text: string, longest: number): string {
  const plain = text.replace(/[\s\p{Cc}]+/gu, " ");
  return plain.length > longest ? `${plain.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : plain;
}

/** A share as a percentage with one digit; unknown is a dash, never 0. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? "-" : `${(share * 100).toFixed(1)}%`;
}

/** A number with a fixed count of digits; unknown is a dash. */
export function fixed(value: number | null | undefined, digits = 3): string {
  return value === null || value === undefined ? "-" : value.toFixed(digits);
}
