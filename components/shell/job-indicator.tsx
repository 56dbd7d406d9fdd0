"use client";
import { ListChecks, LoaderCircle } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { buttonStyles } from "#components/ui/button.tsx";
import { fetchJson } from "#components/ui/reach-server.ts";

const pollMs = 5000;

/** How many jobs wait or run; when the last one ends the page reads its data anew. */
export function JobIndicator({ initial }: { initial: number }) {
  const [active, setActive] = useState(initial);
  const router = useRouter();
  useEffect(() => {
    let before = initial;
    const timer = setInterval(async () => {
      if (document.visibilityState !== "visible") return;
      // A poll that fails is asked again: the last number stays.
      const answer = await fetchJson<{ activeJobs: number }>("/api/shell");
      if (!answer.ok) return;
      const { activeJobs } = answer.value;
      setActive(activeJobs);
      if (before > 0 && activeJobs === 0) router.refresh();
      before = activeJobs;
    }, pollMs);
    return () => clearInterval(timer);
  }, [initial, router]);

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
