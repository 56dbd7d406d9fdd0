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
import { memoryTypes } from "./content.ts";

/** The tag of memories that somebody should look at. */
export const reviewTag = "review";

export const lifecycles = ["candidate", "active", "deprecated"] as const;
export const memoryOutcomes = ["passed", "failed", "unknown"] as const;
/** "expiring" = valid, and its end lies within 30 days; "valid" holds those too. */
export const validities = ["valid", "expiring", "expired", "not-yet-valid"] as const;
export type Validity = (typeof validities)[number];
export const expiringWithinDays = 30;

export const memorySorts = [
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
  "lintFindings",
  "version",
] as const;
export type MemorySort = (typeof memorySorts)[number];
export const memoryPageSizes = [25, 50, 100, 200] as const;

/** Columns of the table beside the title, which is always shown. */
export const memoryColumnIds = [
  "type",
  "benchmark",
  "outcome",
  "lifecycle",
  "validUntil",
  "retrievals",
  "lisi",
  "invariantShare",
  "lintFindings",
  "version",
  "updated",
] as const;
export type MemoryColumnId = (typeof memoryColumnIds)[number];
/** Measures are shown when asked for: they are there once somebody measured. */
const shownColumns = memoryColumnIds.filter((id) => !["lisi", "invariantShare", "lintFindings"].includes(id));

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
  /** Rules that the memory breaks as it is now. */
  lint: texts,
  ids: texts,
};
export type MemoryFilter = inferParserType<typeof memoryFilterParams>;
export type MemoryFacet = Exclude<keyof MemoryFilter, "q" | "ids">;

/** URL state of /memories: one descriptor for the server, the client and links. `page` counts from 1. */
export const memorySearchParams = {
  ...memoryFilterParams,
  sort: parseAsStringLiteral(memorySorts).withDefault("updated"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
  page: parseAsInteger.withDefault(1),
  pageSize: parseAsNumberLiteral(memoryPageSizes).withDefault(50),
  columns: parseAsArrayOf(parseAsStringLiteral(memoryColumnIds)).withDefault(shownColumns),
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
  lint: [],
  ids: [],
};

export function isFiltered(filter: MemoryFilter): boolean {
  return filterQuery(filter) !== "";
}
