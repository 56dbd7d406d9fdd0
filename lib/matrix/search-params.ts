import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { GROUPINGS, MEASURES, type Measure } from "./schema.ts";

export const RUN_TABS = ["matrix", "tasks", "curves", "published", "list"] as const;
export type RunTab = (typeof RUN_TABS)[number];

export const TASK_ORDERS = ["disagreement", "rate", "errored", "name"] as const;
export type TaskOrder = (typeof TASK_ORDERS)[number];

/** What the matrix shows: part of the address of the page and of its downloads. */
const shownParams = {
  measure: parseAsStringLiteral(MEASURES).withDefault("pass"),
  k: parseAsInteger.withDefault(1),
  /** Ids of the runs shown; none = all. */
  runs: parseAsArrayOf(parseAsString).withDefault([]),
  /** The run all others are compared with; null = the newest zero-shot run of the same model. */
  base: parseAsString,
  group: parseAsStringLiteral(GROUPINGS).withDefault("none"),
};

/** URL state of /runs: its tabs, the matrix, and the heat map of tasks. */
export const matrixParams = {
  tab: parseAsStringLiteral(RUN_TABS),
  ...shownParams,
  order: parseAsStringLiteral(TASK_ORDERS).withDefault("disagreement"),
  benchmark: parseAsString,
  find: parseAsString.withDefault(""),
  /** Which published table. */
  table: parseAsString,
};
export const loadMatrixParams = createLoader(matrixParams);
export const matrixHref = createSerializer(matrixParams);
export type MatrixPageParams = Awaited<ReturnType<typeof loadMatrixParams>>;

/** URL state of /api/matrix. */
const downloadParams = {
  ...shownParams,
  format: parseAsStringLiteral(["csv", "markdown", "latex"] as const).withDefault("csv"),
};
export const loadDownloadParams = createLoader(downloadParams);
export const downloadHref = createSerializer(downloadParams);

/** The measure of an address: k is at least 1, and at most what any run could hold. */
export function measureOf({ measure, k }: Pick<MatrixPageParams, "measure" | "k">): Measure {
  return { kind: measure, k: Math.min(100, Math.max(1, k)) };
}
