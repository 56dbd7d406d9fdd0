/** Labels as small integers: `names[codes[i]]` is the label of point i; `sizes[c]` counts label c. */
export type LabelCodes = { codes: Int32Array; names: string[]; sizes: number[] };

/** Numbers the distinct labels in ascending order of their text, so that the result doesn't depend on row order. */
export function labelCodes(labels: readonly (string | number)[]): LabelCodes {
  const seen = new Map<string, number>();
  const codes = new Int32Array(labels.length);
  labels.forEach((label, i) => {
    const text = String(label);
    let code = seen.get(text);
    if (code === undefined) {
      code = seen.size;
      seen.set(text, code);
    }
    codes[i] = code;
  });
  const names = [...seen.keys()].sort();
  const ordered = new Int32Array(names.length);
  names.forEach((name, place) => {
    ordered[seen.get(name) as number] = place;
  });
  const sizes = names.map(() => 0);
  for (let i = 0; i < codes.length; i++) {
    const code = ordered[codes[i] as number] as number;
    codes[i] = code;
    sizes[code] = (sizes[code] as number) + 1;
  }
  return { codes, names, sizes };
}
