import type { RootDb } from "#lib/db/client.ts";
import { listMemories, type MemoryRow } from "#lib/memories/queries.ts";
import type { MemoryFilter } from "#lib/memories/search-params.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { filterOf } from "./filter.ts";
import { noPositionals, numberOf } from "./read-values.ts";
import { textTable } from "./text-table.ts";

const pageSize = 1000;
const shownToPeople = 50;

export const memoriesCommand: Command = {
  summary: "Lists the memories that a filter holds, the newest change first.",
  usage: `memories [options]

  --filter QUERYSTRING  as in the address of /memories, e.g. "type=insight&benchmark=swebench"
  --limit NUMBER        at most so many rows (${shownToPeople}; with --json all)
  --json                {total, rows}`,
  options: { filter: { type: "string" }, limit: { type: "string" } },
  needsDatabase: true,
  run: async (input, { db }) => {
    noPositionals(input);
    const filter = filterOf(input);
    const limit =
      numberOf(input, "limit") ?? (input.values["json"] ? Number.POSITIVE_INFINITY : shownToPeople);
    const { rows, total } = await listUpTo(db, filter, limit);
    const table = textTable(
      ["id", "type", "benchmark", "outcome", "lifecycle", "title"],
      rows.map((row) => [row.id, row.type, row.benchmark, row.outcome, row.lifecycle, row.title]),
    );
    return ok({ json: { total, rows }, text: `${table}\n${rows.length} of ${total} memories` });
  },
};

async function listUpTo(
  db: RootDb,
  filter: MemoryFilter,
  limit: number,
): Promise<{ rows: MemoryRow[]; total: number }> {
  const rows: MemoryRow[] = [];
  for (let page = 1; ; page++) {
    const found = await listMemories(db, {
      ...filter,
      page,
      pageSize: Math.min(pageSize, Math.max(1, limit)),
    });
    rows.push(...found.rows);
    if (rows.length >= Math.min(limit, found.total) || found.rows.length === 0) {
      return { rows: rows.slice(0, limit), total: found.total };
    }
  }
}
