/** A mapping as it is being chosen: a field for each column, and values for all rows. */
export type MappingDraft = {
  kind: "trials" | "memories";
  columns: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  /** ">=0.5"; "" = outcomes are words. */
  threshold: string;
};

const SCORE = /^(.+?)\s*((?:>=|<=)\s*[\d.eE+-]+)$/;

/** Parts as the server gives them (`task=instance_id`, `type:=insight`, `outcome=score>=0.5`) as a draft. */
export function draftOf(parts: readonly string[]): MappingDraft {
  const columns: Record<string, string> = {};
  const values: Record<string, string> = {};
  let threshold = "";
  for (const part of parts) {
    const at = part.indexOf("=");
    const said = part.slice(at + 1);
    if (part[at - 1] === ":") {
      values[part.slice(0, at - 1)] = said;
      continue;
    }
    const field = part.slice(0, at);
    const score = field === "outcome" ? SCORE.exec(said) : null;
    if (score?.[2]) threshold = score[2];
    const column = score?.[1] ?? said;
    // A column that is both outcome and reward is the outcome: its score is kept with it.
    columns[column] ??= field;
  }
  const isMemories = Object.values(columns).includes("content");
  return { kind: isMemories ? "memories" : "trials", columns, values, threshold };
}

/** A draft as the server reads it; a value for all rows gives way to a column. */
export function partsOf({ kind, columns, values, threshold }: MappingDraft): string[] {
  const fields = Object.values(columns);
  return [
    ...Object.entries(columns).map(([column, field]) => {
      const passes = field === "outcome" && kind === "trials" ? threshold.trim() : "";
      return `${field}=${column}${passes}`;
    }),
    ...Object.entries(values)
      .filter(([field, value]) => value.trim() !== "" && !fields.includes(field))
      .map(([field, value]) => `${field}:=${value.trim()}`),
  ];
}
