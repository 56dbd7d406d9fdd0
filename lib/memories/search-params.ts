import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { Lifecycle, MemoryOutcome } from "#lib/db/generated/enums.ts";
import { memoryTypes } from "./content.ts";

/** The tag of memories that somebody should look at. */
export const reviewTag = "review";
/**
 * Where a memory stands for whoever reviews the pool, what waits for a decision first.
 * - marked: bears the tag "review", and is not deprecated.
 * - candidate: waits to be promoted.
 * - suspect: active, and runs call it harmful or suspected.
 * - active: nothing waits.
 * - deprecated: decided.
 */
export const reviewStates = ["marked", "candidate", "suspect", "active", "deprecated"] as const;
export type ReviewState = (typeof reviewStates)[number];

export const lifecycles = ["candidate", "active", "deprecated"] as const satisfies readonly Lifecycle[];
export const memoryOutcomes = ["passed", "failed", "unknown"] as const satisfies readonly MemoryOutcome[];
/** "expiring" = valid, and its end lies within 30 days; "valid" holds those too. */
export const validities = ["valid", "expiring", "expired", "not-yet-valid"] as const;
export type Validity = (typeof validities)[number];
export const expiringWithinDays = 30;

/** What runs say of a memory (lib/attribution says what each means), and "unknown": no run tells. */
export const memoryVerdicts = ["harmful", "suspected", "unclear", "helpful", "few"] as const;
export const memoryEffects = [...memoryVerdicts, "unknown"] as const;

/** The worst severity that lint found in the memory as it is now. */
export const lintSeverities = ["error", "warning", "info", "none"] as const;
export type WorstSeverity = (typeof lintSeverities)[number];

export const memorySorts = [
  "relevance",
  "updated",
  "created",
  "title",
  "type",
  "benchmark",
  "outcome",
  "lifecycle",
  "validUntil",
  "retrievals",
  "lisi",
  "invariantShare",
  "effect",
  "q",
  "lost",
  "gained",
  "lint",
  "review",
  "version",
] as const;
export type MemorySort = (typeof memorySorts)[number];
export const memoryPageSizes = [25, 50, 100, 200] as const;

/** Columns of the table beside the title, which is always shown: first those that decide. */
export const memoryColumnIds = [
  "type",
  "effect",
  "q",
  "lost",
  "gained",
  "lint",
  "review",
  "benchmark",
  "outcome",
  "lifecycle",
  "validUntil",
  "retrievals",
  "lisi",
  "invariantShare",
  "version",
  "updated",
] as const;
export type MemoryColumnId = (typeof memoryColumnIds)[number];
/** What fits beside the title in a window of 1280 pixels. */
const decidingColumns: MemoryColumnId[] = [
  "type",
  "effect",
  "lost",
  "gained",
  "lint",
  "review",
  "benchmark",
  "updated",
];
/** Shown when asked for. */
export const lesserMemoryColumns = memoryColumnIds.filter((id) => !decidingColumns.includes(id));

const texts = parseAsArrayOf(parseAsString).withDefault([]);

/** Which memories: the part of the URL that CLI `--filter`, exports and bulk actions take too. */
export const memoryFilterParams = {
  q: parseAsString.withDefault(""),
  type: parseAsArrayOf(parseAsStringLiteral(memoryTypes)).withDefault([]),
  benchmark: texts,
  lifecycle: parseAsArrayOf(parseAsStringLiteral(lifecycles)).withDefault([]),
  outcome: parseAsArrayOf(parseAsStringLiteral(memoryOutcomes)).withDefault([]),
  validity: parseAsArrayOf(parseAsStringLiteral(validities)).withDefault([]),
  tag: texts,
  generator: texts,
  effect: parseAsArrayOf(parseAsStringLiteral(memoryEffects)).withDefault([]),
  review: parseAsArrayOf(parseAsStringLiteral(reviewStates)).withDefault([]),
  severity: parseAsArrayOf(parseAsStringLiteral(lintSeverities)).withDefault([]),
  /** Rules that the memory breaks as it is now. */
  lint: texts,
  ids: texts,
};
export type MemoryFilter = inferParserType<typeof memoryFilterParams>;
export type MemoryFacet = Exclude<keyof MemoryFilter, "q" | "ids">;

/** URL state of /memories: one descriptor for the server, the client and links. `page` counts from 1. */
export const memorySearchParams = {
  ...memoryFilterParams,
  /** Left out = by relevance where there is a search text, else the newest change first. */
  sort: parseAsStringLiteral(memorySorts),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
  page: parseAsInteger.withDefault(1),
  pageSize: parseAsNumberLiteral(memoryPageSizes).withDefault(50),
  /** Left out = as they were left on this machine. */
  columns: parseAsArrayOf(parseAsStringLiteral(memoryColumnIds)),
};
export type MemorySearchParams = inferParserType<typeof memorySearchParams>;

export const loadMemorySearchParams = createLoader(memorySearchParams);
export const memoriesHref = createSerializer(memorySearchParams);
/** The filter alone as a query string, without its "?". */
export function filterQuery(filter: Partial<MemoryFilter>): string {
  return serializeFilter(filter).replace(/^\?/, "");
}
const serializeFilter = createSerializer(memoryFilterParams);

/** No filter at all: every memory. */
export const everyMemory: MemoryFilter = {
  q: "",
  type: [],
  benchmark: [],
  lifecycle: [],
  outcome: [],
  validity: [],
  tag: [],
  generator: [],
  effect: [],
  review: [],
  severity: [],
  lint: [],
  ids: [],
};

export function isFiltered(filter: MemoryFilter): boolean {
  return filterQuery(filter) !== "";
}
