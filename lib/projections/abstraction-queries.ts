import type { Db } from "#lib/db/client.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import { paperAbstraction } from "./paper-values.ts";
import { getLatestChange } from "./queries.ts";
import { abstractionResult, type LabelKind } from "./schema.ts";
import type { AbstractionRow } from "./view.ts";

/**
 * The newest abstraction of each type in a space under a label, in the order trajectory to insight, beside the
 * paper's values. On the vectors themselves unless on = "map".
 */
export async function listAbstraction(
  db: Db,
  params: { spaceId: string; label: LabelKind; perplexity?: number; on?: "vectors" | "map" },
): Promise<{ rows: AbstractionRow[]; total: number }> {
  const label = params.on === "map" ? `${params.label} on map` : params.label;
  const rows = await Promise.all(
    memoryTypes.map(async (type): Promise<AbstractionRow> => {
      const [snapshot, changed] = await Promise.all([
        db.metricSnapshot.findFirst({
          where: { spaceId: params.spaceId, type, label, perplexity: params.perplexity ?? 30 },
          orderBy: [{ createdAt: "desc" }, { id: "desc" }],
          select: { result: true, createdAt: true },
        }),
        getLatestChange(db, params.spaceId, type),
      ]);
      const paper = params.label === "benchmark" && params.on !== "map" ? paperAbstraction[type] : null;
      const result = abstractionResult.safeParse(snapshot?.result);
      // A snapshot of an older version, whose result had another shape, counts as not measured.
      if (!snapshot || !result.success) return { type, measured: null, paper };
      const asOf = snapshot.createdAt.toISOString();
      const current = !changed || changed <= snapshot.createdAt;
      return { type, measured: { ...result.data, asOf, current }, paper };
    }),
  );
  return { rows, total: rows.length };
}
