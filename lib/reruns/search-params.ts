import { createLoader, createSerializer, parseAsString } from "nuqs/server";

/** URL state of /reruns/plan: the two runs and the lost task, by the baseline's id of it. */
const planParams = { base: parseAsString, cand: parseAsString, task: parseAsString };
export const loadPlanParams = createLoader(planParams);
export const planHref = createSerializer(planParams);
