import type { Lifecycle } from "#lib/db/generated/enums.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import type { PoolCounts, PoolGroup } from "./schema.ts";

/** Arranges grouped counts as the table of types by benchmarks. */
export function poolCounts(groups: readonly PoolGroup[]): PoolCounts {
  const types = memoryTypes.filter((type) => groups.some((group) => group.type === type));
  const benchmarks = [...new Set(groups.map((group) => group.benchmark))].sort((a, b) =>
    a.localeCompare(b, "en"),
  );
  const sum = (keep: (group: PoolGroup) => boolean) =>
    groups.reduce((total, group) => (keep(group) ? total + group.count : total), 0);
  const ofLifecycle = (lifecycle: Lifecycle) => sum((group) => group.lifecycle === lifecycle);
  return {
    total: sum(() => true),
    types,
    rows: benchmarks.map((benchmark) => ({
      benchmark,
      counts: types.map((type) => sum((group) => group.benchmark === benchmark && group.type === type)),
      total: sum((group) => group.benchmark === benchmark),
    })),
    typeTotals: types.map((type) => sum((group) => group.type === type)),
    lifecycles: {
      candidate: ofLifecycle("candidate"),
      active: ofLifecycle("active"),
      deprecated: ofLifecycle("deprecated"),
    },
  };
}
