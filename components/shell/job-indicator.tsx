"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ListChecks, LoaderCircle } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { buttonStyles } from "#components/ui/button.tsx";
import { fetchJson } from "#components/ui/fetch-json.ts";

const pollMs = 5000;

/** How many jobs wait or run; when the last one ends the page reads its data anew. */
export function JobIndicator({ initial }: { initial: number }) {
  const active = useActiveJobs(initial);
  const before = useRef(active);
  const router = useRouter();
  useEffect(() => {
    if (before.current > 0 && active === 0) router.refresh();
    before.current = active;
  }, [active, router]);

  const text = active === 0 ? "No jobs running" : active === 1 ? "1 job running" : `${active} jobs running`;
  return (
    <Link href="/jobs" aria-label={text} title={text} className={buttonStyles({ variant: "ghost" })}>
      {active > 0 ? (
        <LoaderCircle aria-hidden className="animate-spin text-accent" />
      ) : (
        <ListChecks aria-hidden className="text-muted" />
      )}
      {active > 0 ? <span aria-hidden>{active}</span> : null}
    </Link>
  );
}

const queryKey = ["active jobs"];

/** @param initial what the page came with; a page that comes later knows better than the last poll */
function useActiveJobs(initial: number): number {
  const client = useQueryClient();
  useEffect(() => void client.setQueryData(queryKey, initial), [client, initial]);
  const { data } = useQuery({
    queryKey,
    initialData: initial,
    refetchInterval: pollMs,
    // A poll that fails is asked again: the last number stays.
    retry: false,
    queryFn: async ({ signal }) => (await fetchJson<{ activeJobs: number }>("/api/shell", signal)).activeJobs,
  });
  return data;
}
