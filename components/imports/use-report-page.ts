import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { ReportListName } from "#lib/imports/schema.ts";

export const REPORT_PAGE_SIZE = 50;

type ReportPage<T> = {
  items: readonly T[];
  failure: string | null;
  pageIndex: number;
  turnTo: (pageIndex: number) => void;
};

/** The page of a report's list that is looked at: of the items at hand, or of what the server keeps of a longer list. */
export function useReportPage<T>(jobId: string, list: ReportListName, first: readonly T[]): ReportPage<T> {
  const [pageIndex, turnTo] = useState(0);
  const from = pageIndex * REPORT_PAGE_SIZE;
  const isAtHand = from < first.length;
  const { data, error } = useQuery({
    queryKey: ["import report", jobId, list, from],
    queryFn: isAtHand ? skipToken : ({ signal }) => fetchPage<T>(jobId, list, from, signal),
  });
  const items = isAtHand ? first.slice(from, from + REPORT_PAGE_SIZE) : (data ?? []);
  return { items, failure: error?.message ?? null, pageIndex, turnTo };
}

async function fetchPage<T>(jobId: string, list: string, from: number, signal: AbortSignal): Promise<T[]> {
  const query = new URLSearchParams({ list, from: String(from) });
  const { items } = await fetchJson<{ items: T[] }>(`/api/jobs/${jobId}/report?${query}`, signal);
  return items.slice(0, REPORT_PAGE_SIZE);
}
