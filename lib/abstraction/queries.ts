import type { Db } from "#lib/db/client.ts";
import { getLatestChanges } from "#lib/maps/queries.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import type { LabelKind } from "#lib/memories/label-kinds.ts";
import { paperAbstraction } from "./paper-values.ts";
import { abstractionResult, storedLabel } from "./schema.ts";
import type { AbstractionRow, OverallAbstraction } from "./view.ts";

type AbstractionListParams = {
  spaceId: string;
  label: LabelKind;
  tag?: string;
  perplexity?: number;
  on?: "vectors" | "map";
};

/**
 * The newest abstraction of each type in a space under a label, in the order trajectory to insight, beside the
 * paper's values; and that of all types together. On the vectors themselves unless on = "map".
 */
export async function listAbstraction(
  db: Db,
  params: AbstractionListParams,
): Promise<{ rows: AbstractionRow[]; total: number; overall: OverallAbstraction }> {
  const changes = await getLatestChanges(db, params.spaceId);
  const published = params.label === "benchmark" && params.on !== "map";
  const rows = await Promise.all(
    memoryTypes.map(
      async (type): Promise<AbstractionRow> => ({
        type,
        measured: await findNewest(db, params, type, changes[type]),
        paper: published ? paperAbstraction[type] : null,
      }),
    ),
  );
  return { rows, total: rows.length, overall: await findNewest(db, params, "all", changes.all) };
}

async function findNewest(
  db: Db,
  params: AbstractionListParams,
  projected: ProjectedType,
  changed: Date | undefined,
): Promise<OverallAbstraction> {
  const type = projected === "all" ? null : projected;
  const { spaceId, perplexity = 30 } = params;
  const snapshot = await db.metricSnapshot.findFirst({
    where: { spaceId, type, label: storedLabel(params), perplexity },
    orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
    select: { result: true, createdAt: true, checkedAt: true },
  });
  // What an older version measured with other fields counts as not measured.
  const result = abstractionResult.safeParse(snapshot?.result);
  if (!snapshot || !result.success) return null;
  const current = !changed || changed <= snapshot.checkedAt;
  return { ...result.data, asOf: snapshot.checkedAt.toISOString(), current };
}
