import { type BrowsedMemory, browseMemories } from "#lib/attribution/browse-memories.ts";
import type { RootDb } from "#lib/db/client.ts";
import { isLintRule, lintRuleNames } from "#lib/lint/schema.ts";
import {
  lintSeverities,
  type MemoryFilter,
  type MemorySearchParams,
  memorySorts,
} from "#lib/memories/search-params.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import { ok } from "#lib/shared/result.ts";
import { type Command, type Input, UsageError } from "./command.ts";
import { filterOf } from "./filter.ts";
import { choiceOf, numberOf, rejectPositionals, textOf } from "./read-values.ts";
import { textTable } from "./text-table.ts";

const pageSize = 1000;
const shownToPeople = 50;

export const memoriesCommand: Command = {
  summary: "Lists the memories that match a filter, with their effects and lint findings.",
  usage: `memories [options]

  --filter QUERYSTRING  the query string of /memories, e.g. "type=insight&benchmark=swebench"
  --q TEXT              search text; the phrase in a title ranks first, then all words in a title, then elsewhere
  --effect VERDICTS     harmful, suspected, unclear, helpful, few, unknown; several with commas
  --review STATES       marked, candidate, suspect, active, deprecated
  --lint NAMES          highest severities (error, warning, info, none) or rules
  --sort COLUMN         ${memorySorts.join(", ")}
  --order asc|desc      default: desc
  --limit NUMBER        maximum number of rows (${shownToPeople}; all with --json)
  --json                {total, rows}`,
  options: Object.fromEntries(
    ["filter", "limit", "sort", "order", "q", "effect", "review", "lint"].map((name) => [
      name,
      { type: "string" as const },
    ]),
  ),
  needsDatabase: true,
  run: async (input, { db }) => {
    rejectPositionals(input);
    const params = {
      ...filterOf({ ...input, values: { ...input.values, filter: filterText(input) } }),
      sort: choiceOf(input, "sort", memorySorts) ?? null,
      order: choiceOf(input, "order", ["asc", "desc"]) ?? "desc",
    };
    const limit = limitOf(input) ?? (input.values["json"] ? Number.POSITIVE_INFINITY : shownToPeople);
    const { rows, total } = await listUpTo(db, params, limit);
    const table = textTable(
      ["id", "type", "benchmark", "effect", "q", "lost", "gained", "lint", "review", "title"],
      rows.map(cellsOf),
    );
    return ok({ json: { total, rows }, text: `${table}\n${rows.length} of ${total} memories` });
  },
};

function limitOf(input: Input): number | undefined {
  const limit = numberOf(input, "limit");
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0))
    throw new UsageError("--limit is a whole number, 0 or more.");
  return limit;
}

/** `--filter` and the options that stand for parts of it, as one query string. */
function filterText(input: Input): string {
  const query = new URLSearchParams(textOf(input, "filter") ?? "");
  for (const name of ["q", "effect", "review"]) {
    const value = textOf(input, name);
    if (value !== undefined) query.set(name, value);
  }
  const words = (textOf(input, "lint") ?? "").split(",").filter(Boolean);
  const severities = words.filter((word) => (lintSeverities as readonly string[]).includes(word));
  const rules = words.filter((word) => !severities.includes(word));
  const unknown = rules.find((rule) => !isLintRule(rule));
  if (unknown !== undefined) {
    throw new UsageError(
      `--lint ${unknown} is unknown: use ${[...lintSeverities, ...lintRuleNames].join(", ")}.`,
    );
  }
  if (severities.length > 0) query.set("severity", severities.join(","));
  if (rules.length > 0) query.set("lint", rules.join(","));
  return query.toString();
}

function cellsOf(row: BrowsedMemory): string[] {
  const { effect, lintFindings, lintSeverity } = row;
  return [
    row.id,
    row.type,
    row.benchmark,
    effect ? formatSigned(effect.effect * 100, 1) : "–",
    effect?.q === null || !effect ? "–" : effect.q.toFixed(3),
    String(effect?.lost ?? "–"),
    String(effect?.gained ?? "–"),
    lintFindings === 0 ? "–" : `${lintFindings} ${lintSeverity}`,
    row.review,
    row.title,
  ];
}

async function listUpTo(
  db: RootDb,
  params: MemoryFilter & Pick<MemorySearchParams, "sort" | "order">,
  limit: number,
): Promise<{ rows: BrowsedMemory[]; total: number }> {
  const rows: BrowsedMemory[] = [];
  for (let page = 1; ; page++) {
    const found = await browseMemories(db, {
      ...params,
      page,
      pageSize: Math.min(pageSize, Math.max(1, limit)),
    });
    rows.push(...found.rows);
    if (rows.length >= Math.min(limit, found.total) || found.rows.length === 0) {
      return { rows: rows.slice(0, limit), total: found.total };
    }
  }
}
