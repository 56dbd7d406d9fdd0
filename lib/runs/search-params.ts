import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { OUTCOMES } from "./schema.ts";

export const runPageSize = 50;
export const runTaskPageSize = 50;
export const trialPageSize = 50;

export const RUN_SORTS = ["created", "name", "trials", "pass1", "pass3"] as const;
export type RunSort = (typeof RUN_SORTS)[number];

/** URL state of /runs; `page` counts from 1. */
export const runsParams = {
  q: parseAsString.withDefault(""),
  arm: parseAsStringLiteral(["zero_shot", "memory"] as const),
  sort: parseAsStringLiteral(RUN_SORTS).withDefault("created"),
  dir: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
  page: parseAsInteger.withDefault(1),
};
export const loadRunsParams = createLoader(runsParams);

/** URL state of /runs/[runId]: the table of its tasks. */
export const runTasksParams = {
  benchmark: parseAsString,
  outcome: parseAsStringLiteral(OUTCOMES),
  q: parseAsString.withDefault(""),
  page: parseAsInteger.withDefault(1),
};
export const loadRunTasksParams = createLoader(runTasksParams);
export const runTasksHref = createSerializer(runTasksParams);

/** URL state of /trials: filters of the list of trials. */
const trialsParams = { run: parseAsString, ...runTasksParams };
export const loadTrialsParams = createLoader(trialsParams);

/** URL state of /trials/[trialId]: how many steps are drawn. A step is linked to by its fragment, #step-17. */
const trialParams = { steps: parseAsInteger.withDefault(400) };
export const loadTrialParams = createLoader(trialParams);
export const trialHref = createSerializer(trialParams);
