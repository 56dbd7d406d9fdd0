import { cohenKappa } from "#lib/metrics/cohen-kappa.ts";
import type { Agreement, GivenLabel } from "./schema.ts";

/** Cohen's kappa of the two people who labeled the most tasks in common; null where fewer than two labeled anything. */
export function agreementOf(tasks: readonly (readonly GivenLabel[])[]): Agreement | null {
  const actors = [...new Set(tasks.flat().map(({ actor }) => actor))].sort();
  const pairs = actors.flatMap((a, i) => actors.slice(i + 1).map((b) => [a, b] as [string, string]));
  const both = pairs.map((pair) => ({ pair, labels: labelsInCommon(tasks, pair) }));
  const most = both.sort((x, y) => y.labels.length - x.labels.length)[0];
  if (!most) return null;
  return { actors: most.pair, both: most.labels.length, kappa: cohenKappa(most.labels) };
}

function labelsInCommon(
  tasks: readonly (readonly GivenLabel[])[],
  [a, b]: readonly [string, string],
): [string, string][] {
  return tasks.flatMap((labels) => {
    const first = labels.find(({ actor }) => actor === a);
    const second = labels.find(({ actor }) => actor === b);
    return first && second ? [[first.label, second.label] as [string, string]] : [];
  });
}
