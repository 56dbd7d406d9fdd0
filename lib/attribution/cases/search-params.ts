import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { caseStates } from "#lib/attribution/attribution-case.ts";

export const casePageSize = 50;

export const SUSPECT_TABS = ["cases", "benchmarks", "types"] as const;
export type SuspectTab = (typeof SUSPECT_TABS)[number];

/** Which cases are listed: part of every address that lists them or goes through them. */
const listParams = {
  /** Left out = the newest pair of runs that share tasks. */
  base: parseAsString,
  cand: parseAsString,
  state: parseAsStringLiteral(caseStates),
  /** Only cases that nobody has judged. */
  open: parseAsBoolean.withDefault(false),
};

/** URL state of /suspects. */
export const suspectParams = {
  ...listParams,
  tab: parseAsStringLiteral(SUSPECT_TABS).withDefault("cases"),
  page: parseAsInteger.withDefault(1),
};
export const loadSuspectParams = createLoader(suspectParams);
export const suspectsHref = createSerializer(suspectParams);
export type SuspectParams = Awaited<ReturnType<typeof loadSuspectParams>>;
export type CaseFilter = Pick<SuspectParams, "state" | "open">;

/** URL state of /suspects/case: a case by any memory of it, the task that is open, and which attempt of each run. */
const caseParams = {
  ...listParams,
  memory: parseAsString,
  /** The baseline's task id; without it the first task. */
  task: parseAsString,
  a: parseAsInteger,
  b: parseAsInteger,
};
export const loadCaseParams = createLoader(caseParams);
export const caseHref = createSerializer(caseParams);
export type CaseParams = Awaited<ReturnType<typeof loadCaseParams>>;
