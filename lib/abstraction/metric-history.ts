import type { Db } from "#lib/db/client.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import type { LabelKind } from "#lib/memories/label-kinds.ts";
import { abstractionChange, abstractionResult, storedLabel } from "./schema.ts";
import type { HistoryStep } from "./search-params.ts";
import type { MetricHistoryPoint } from "./view.ts";

export type MetricHistoryParams = {
  spaceId: string;
  type: ProjectedType;
  label: LabelKind;
  tag?: string;
  perplexity?: number;
  on?: "vectors" | "map";
  /** change = every measurement of another input; day = the last of each day (UTC); release = the last before each. */
  by?: HistoryStep;
};

/**
 * How DBI and LISI of a type changed as the pool was curated, oldest first.
 * @returns older: how many measurements are left out because they were made by other definitions
 */
export async function listMetricHistory(
  db: Db,
  params: MetricHistoryParams,
): Promise<{ rows: MetricHistoryPoint[]; total: number; older: number; hasReleases: boolean }> {
  const { spaceId, type, perplexity = 30, by = "change" } = params;
  const [snapshots, releases] = await Promise.all([
    db.metricSnapshot.findMany({
      where: { spaceId, type: type === "all" ? null : type, label: storedLabel(params), perplexity },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      omit: { members: true },
    }),
    db.release.findMany({ orderBy: { createdAt: "asc" }, select: { name: true, createdAt: true } }),
  ]);
  const points = snapshots.flatMap(({ id, createdAt, checkedAt, inputHash, result, change }) => {
    const parsed = abstractionResult.safeParse(result);
    if (!parsed.success) return [];
    return {
      id,
      asOf: createdAt.toISOString(),
      until: checkedAt.toISOString(),
      inputHash,
      result: parsed.data,
      change: abstractionChange.safeParse(change).data ?? null,
    };
  });
  const all = withReleases(points, releases);
  const hasReleases = all.some((point) => point.releases.length > 0);
  // An address may ask for releases that are no longer there.
  const rows = downsampleHistory(all, by === "release" && !hasReleases ? "change" : by);
  return { rows, total: rows.length, older: snapshots.length - points.length, hasReleases };
}

type Point = Omit<MetricHistoryPoint, "releases">;

/** A release belongs to the newest measurement before it. */
function withReleases(
  points: readonly Point[],
  releases: readonly { name: string; createdAt: Date }[],
): MetricHistoryPoint[] {
  return points.map((point, i) => {
    const next = points[i + 1]?.asOf;
    const names = releases.flatMap(({ name, createdAt }) => {
      const at = createdAt.toISOString();
      return at >= point.asOf && (next === undefined || at < next) ? [name] : [];
    });
    return { ...point, releases: names };
  });
}

/** One point a day or release instead of one a change: the last of each. */
export function downsampleHistory(
  points: readonly MetricHistoryPoint[],
  by: HistoryStep,
): MetricHistoryPoint[] {
  if (by === "change") return [...points];
  if (by === "release") return points.filter(({ releases }) => releases.length > 0);
  return points.filter((point, i) => points[i + 1]?.asOf.slice(0, 10) !== point.asOf.slice(0, 10));
}
