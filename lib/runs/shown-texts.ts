import type { Db } from "#lib/db/client.ts";
import type { MemoryType, Prisma } from "#lib/db/generated/client.ts";
import { bodyOf, parseContent, type TypedContent } from "#lib/memories/content.ts";

type Shown = {
  id: string;
  memoryId: string | null;
  /** The revision that was shown; null where the log does not say: the memory as it is now stands in. */
  memoryVersion: number | null;
  memory: { type: MemoryType; version: number; content: Prisma.JsonValue } | null;
};

/** What memories said at the revision that was shown, by id of the retrieval: for logs that only name them. */
export async function readShownTexts(db: Db, rows: readonly Shown[]): Promise<Map<string, string>> {
  return new Map([...(await readShownContents(db, rows))].map(([id, content]) => [id, bodyOf(content)]));
}

/** The same as content: none where it is unknown what a memory said then. */
export async function readShownContents(db: Db, rows: readonly Shown[]): Promise<Map<string, TypedContent>> {
  const older = rows.filter(
    ({ memory, memoryVersion }) => memory && (memoryVersion ?? memory.version) < memory.version,
  );
  const revisions =
    older.length === 0
      ? []
      : await db.revision.findMany({
          where: { memoryId: { in: older.flatMap(({ memoryId }) => memoryId ?? []) } },
          select: { memoryId: true, version: true, after: true },
          orderBy: { version: "desc" },
        });
  return new Map(
    rows.flatMap((row) => {
      if (!row.memory) return [];
      const then = older.includes(row)
        ? revisions
            .filter((each) => each.memoryId === row.memoryId && each.version <= (row.memoryVersion ?? 0))
            .map((each) => contentIn(each.after))
            .find((content) => content !== undefined)
        : row.memory.content;
      // A revision holds the changed fields only: without any that set the content there is nothing to say of then.
      return then === undefined ? [] : [[row.id, parseContent(row.memory.type, then)] as const];
    }),
  );
}

function contentIn(after: Prisma.JsonValue): Prisma.JsonValue | undefined {
  return typeof after === "object" && after !== null && !Array.isArray(after) ? after["content"] : undefined;
}
