import { createLoader, createSerializer, parseAsInteger } from "nuqs/server";

export const jobPageSize = 25;

/** URL state of the jobs page; `page` counts from 1. */
export const jobSearchParams = { page: parseAsInteger.withDefault(1) };
export const loadJobSearchParams = createLoader(jobSearchParams);
export const jobsHref = createSerializer(jobSearchParams);
