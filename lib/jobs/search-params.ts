import { createLoader, createSerializer, parseAsBoolean, parseAsInteger } from "nuqs/server";

export const jobPageSize = 25;

/** A failure is news for so long. */
export const failedWithinDays = 7;

/** URL state of the jobs page; `page` counts from 1. */
export const jobSearchParams = {
  page: parseAsInteger.withDefault(1),
  /** Only those that failed lately. */
  failed: parseAsBoolean.withDefault(false),
};
export const loadJobSearchParams = createLoader(jobSearchParams);
export const jobsHref = createSerializer(jobSearchParams);
