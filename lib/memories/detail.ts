import type { Db } from "#lib/db/client.ts";
import type { Lifecycle, MemoryOutcome } from "#lib/db/generated/client.ts";
import { parseContent, type TypedContent } from "./content.ts";
import { isMemoryId } from "./memory-id.ts";
import { type Ineligibility, ineligibility } from "./servable.ts";

/** Whether an embedding space has a vector of the memory's present text. */
export type EmbeddingState = {
  spaceId: string;
  space: string;
  active: boolean;
  state: "fresh" | "stale" | "missing";
};

export type MemoryFinding = {
  id: string;
  rule: string;
  severity: string;
  message: string;
  field: string;
  spanStart: number;
  spanEnd: number;
};

/** All of a memory that its page shows beside neighbors, uses and revisions. Times are ISO 8601. */
export type MemoryDetail = TypedContent & {
  id: string;
  title: string;
  benchmark: string;
  taskName: string;
  task: string;
  outcome: MemoryOutcome;
  lifecycle: Lifecycle;
  deprecatedReason: string | null;
  validFrom: string | null;
  validUntil: string | null;
  /** Why retrieval would not show it now; null = it is servable. */
  ineligible: Ineligibility | null;
  tags: string[];
  version: number;
  synthetic: boolean;
  createdAt: string;
  updatedAt: string;
  generator: string | null;
  sourceModel: string | null;
  sourceFormat: string;
  sourcePath: string | null;
  sourceTrial: { id: string; attempt: number; run: { id: string; name: string } } | null;
  /** Linted at this version; findings of an older version are left out. */
  findings: MemoryFinding[];
  embeddings: EmbeddingState[];
};

/** One memory, or null when there is none of that id. */
export async function getMemory(db: Db, id: string, at = new Date()): Promise<MemoryDetail | null> {
  if (!isMemoryId(id)) return null;
  const [memory, spaces] = await Promise.all([
    db.memory.findUnique({
      where: { id },
      include: {
        sourceTrial: { select: { id: true, attempt: true, run: { select: { id: true, name: true } } } },
        embeddings: { select: { spaceId: true, stale: true } },
        lintFindings: { orderBy: [{ field: "asc" }, { spanStart: "asc" }, { id: "asc" }] },
      },
    }),
    db.embeddingSpace.findMany({ orderBy: [{ active: "desc" }, { createdAt: "asc" }, { id: "asc" }] }),
  ]);
  if (!memory) return null;
  const stale = new Map(memory.embeddings.map((embedding) => [embedding.spaceId, embedding.stale]));
  return {
    ...parseContent(memory.type, memory.content),
    id: memory.id,
    title: memory.title,
    benchmark: memory.benchmarkName,
    taskName: memory.taskName,
    task: memory.task,
    outcome: memory.outcome,
    lifecycle: memory.lifecycle,
    deprecatedReason: memory.deprecatedReason,
    validFrom: memory.validFrom?.toISOString() ?? null,
    validUntil: memory.validUntil?.toISOString() ?? null,
    ineligible: ineligibility(memory, at),
    tags: memory.tags,
    version: memory.version,
    synthetic: memory.synthetic,
    createdAt: memory.createdAt.toISOString(),
    updatedAt: memory.updatedAt.toISOString(),
    generator: memory.generator,
    sourceModel: memory.sourceModel,
    sourceFormat: memory.sourceFormat,
    sourcePath: memory.sourcePath,
    sourceTrial: memory.sourceTrial,
    findings: memory.lintFindings
      .filter((finding) => finding.memoryVersion === memory.version)
      .map(({ memoryId: _memory, memoryVersion: _version, createdAt: _at, ...finding }) => finding),
    embeddings: spaces.map((space) => ({
      spaceId: space.id,
      space: `${space.model}/${space.dimensions}`,
      active: space.active,
      state: stale.get(space.id) === undefined ? "missing" : stale.get(space.id) ? "stale" : "fresh",
    })),
  };
}
