import { formatSigned } from "#lib/shared/format-signed.ts";
import { formatCount } from "#lib/transfer/format.ts";
import { effortOf, type MatrixCell, type Measure } from "./schema.ts";

/** A value of a measure: "46.6", in percent, for shares; "$0.012", "12.3k", "8.1", "2.5 min". Unknown is a dash. */
export function formatValue(value: number | null, measure: Measure): string {
  if (value === null) return "–";
  const field = effortOf[measure.kind]?.field;
  if (!field) return (value * 100).toFixed(1);
  if (field === "costUsd") return `$${value.toFixed(value < 10 ? 4 : 2)}`;
  if (field === "durationMs")
    return value < 90_000 ? `${(value / 1000).toFixed(1)} s` : `${(value / 60_000).toFixed(1)} min`;
  if (field === "tokens") return value < 10_000 ? value.toFixed(0) : `${(value / 1000).toFixed(1)}k`;
  return value.toFixed(1);
}

/** A difference with its sign: in points for shares. */
export function formatDelta(delta: number | null, measure: Measure): string {
  if (delta === null) return "";
  if (!effortOf[measure.kind]) return formatSigned(delta * 100, 1);
  const sign = delta > 0 ? "+" : delta < 0 ? "−" : "";
  return `${sign}${formatValue(Math.abs(delta), measure)}`;
}

/** "125.3/300" of shares, "300 tasks" of anything else. */
export function formatReach({ solved, n }: MatrixCell, measure: Measure): string {
  return effortOf[measure.kind] ? `${n} tasks` : `${formatCount(solved)}/${n}`;
}
