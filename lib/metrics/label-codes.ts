/** Labels as small integers: `names[codes[i]]` is the label of point i; `sizes[c]` counts label c. */
export type LabelCodes = { codes: Int32Array; names: string[]; sizes: number[] };

/** Numbers the distinct labels in ascending order of their text, so that the result doesn't depend on row order. */
export function labelCodes(labels: readonly (string | number)[]): LabelCodes {
  const texts = labels.map(String);
  const names = [...new Set(texts)].sort();
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const sizes = names.map(() => 0);
  const codes = Int32Array.from(texts, (text) => {
    const code = codeOf.get(text) ?? 0;
    sizes[code] = (sizes[code] ?? 0) + 1;
    return code;
  });
  return { codes, names, sizes };
}
