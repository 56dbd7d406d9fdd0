/** A table as in a README. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [line(heads), `| --- |${" ---: |".repeat(heads.length - 1)}`, ...rows.map(line)];
}

/** A table for a paper: booktabs, and nothing else beyond LaTeX itself. @param groups rows, with a rule between groups */
export function latexTable(
  heads: readonly string[],
  groups: readonly (readonly (readonly string[])[])[],
): string[] {
  const line = (cells: readonly string[]) => `${cells.map(escapeLatex).join(" & ")} \\\\`;
  const filled = groups.filter((rows) => rows.length > 0);
  return [
    `\\begin{tabular}{l${"r".repeat(heads.length - 1)}}`,
    "\\toprule",
    line(heads),
    ...filled.flatMap((rows) => ["\\midrule", ...rows.map(line)]),
    "\\bottomrule",
    "\\end{tabular}",
  ];
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");
}

const latexSigns: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "−": "$-$",
  "±": "$\\pm$",
  "–": "--",
  "↑": "$\\uparrow$",
  "↓": "$\\downarrow$",
};

function escapeLatex(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\~^<>−±–↑↓&%$#_{}]/g, (sign) => latexSigns[sign] ?? `\\${sign}`);
}
