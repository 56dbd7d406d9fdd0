import { formatShare } from "#components/ui/format-share.ts";
import type { JudgeFigures, ShareOf } from "#lib/judge/schema.ts";

/** "32/41, 78.0% [63.3, 88.0]"; an en dash for none of none. */
export function formatShareOf({ k, n, ci: [low, high] }: ShareOf): string {
  if (n === 0) return "–";
  return `${k}/${n}, ${formatShare(k, n)} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`;
}

/** ".42 [.18, .63]", or a dash where it does not exist. */
export function formatKappa(kappa: JudgeFigures["kappa"]): string {
  if (!("value" in kappa)) return "–";
  const write = (value: number) =>
    value
      .toFixed(2)
      .replace(/^(-?)0/, "$1")
      .replace("-", "−");
  return `${write(kappa.value.kappa)} [${write(kappa.value.low)}, ${write(kappa.value.high)}]`;
}
