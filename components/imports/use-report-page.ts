import { useEffect, useState } from "react";
import { fetchJson } from "#components/ui/reach-server.ts";
import type { ReportListName } from "#lib/imports/schema.ts";

export const REPORT_PAGE_SIZE = 50;

type ReportPage<T> = {
  items: readonly T[];
  failure: string | null;
  pageIndex: number;
  turnTo: (pageIndex: number) => void;
};
type Fetched = { from: number; items: readonly unknown[]; failure: string | null };

/** The page of a report's list that is looked at: of the items at hand, or of what the server keeps of a longer list. */
export function useReportPage<T>(jobId: string, list: ReportListName, first: readonly T[]): ReportPage<T> {
  const [pageIndex, turnTo] = useState(0);
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const from = pageIndex * REPORT_PAGE_SIZE;
  const isAtHand = from < first.length;
  useEffect(() => {
    if (isAtHand) return;
    const controller = new AbortController();
    fetchPage(jobId, list, from, controller.signal).then((page) => {
      if (!controller.signal.aborted) setFetched(page);
    });
    return () => controller.abort();
  }, [isAtHand, jobId, list, from]);
  if (isAtHand)
    return { items: first.slice(from, from + REPORT_PAGE_SIZE), failure: null, pageIndex, turnTo };
  const page = fetched?.from === from ? fetched : null;
  return { items: (page?.items ?? []) as readonly T[], failure: page?.failure ?? null, pageIndex, turnTo };
}

async function fetchPage(jobId: string, list: string, from: number, signal: AbortSignal): Promise<Fetched> {
  const query = new URLSearchParams({ list, from: String(from) });
  const answer = await fetchJson<{ items: unknown[] }>(`/api/jobs/${jobId}/report?${query}`, { signal });
  if (!answer.ok) return { from, items: [], failure: answer.error.message };
  return { from, items: answer.value.items.slice(0, REPORT_PAGE_SIZE), failure: null };
}
