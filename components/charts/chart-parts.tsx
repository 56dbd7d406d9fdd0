import type { CSSProperties } from "react";

/** How axes, grid and tooltip look in every chart; they follow the theme through CSS variables. */
export const axisTick = { fill: "var(--muted)", fontSize: 11 } as const;
export const axisLine = { stroke: "var(--line-strong)" } as const;
export const gridStroke = "var(--line)";
export const tooltipStyle: CSSProperties = {
  background: "var(--surface)",
  border: "1px solid var(--line)",
  borderRadius: 6,
  color: "var(--foreground)",
  fontSize: 12,
};
