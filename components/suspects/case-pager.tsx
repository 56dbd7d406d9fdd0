"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { buttonStyles } from "#components/ui/button.tsx";

type Props = {
  /** "Case 3 of 14". */
  label: string;
  previousHref: string | null;
  nextHref: string | null;
  previousTaskHref: string | null;
  nextTaskHref: string | null;
};

/** Previous and next case of the list one came from, also by K and J; k and j go over the tasks of this one. */
export function CasePager({ label, previousHref, nextHref, previousTaskHref, nextTaskHref }: Props) {
  const router = useRouter();
  // Of tasks the page stays where it is; another case begins at its top.
  const toTask = (href: string) => () => router.replace(href, { scroll: false });
  const toCase = (href: string) => () => router.push(href);
  useHotkeys({
    ...(previousTaskHref ? { k: toTask(previousTaskHref) } : {}),
    ...(nextTaskHref ? { j: toTask(nextTaskHref) } : {}),
    ...(previousHref ? { "Shift+K": toCase(previousHref) } : {}),
    ...(nextHref ? { "Shift+J": toCase(nextHref) } : {}),
  });
  return (
    <nav aria-label="Cases" className="flex min-w-0 items-center gap-1.5 text-xs">
      {previousHref ? (
        <Link className={buttonStyles({ size: "small" })} href={previousHref} title="Previous case (K)">
          <ChevronLeft aria-hidden />
          Previous
        </Link>
      ) : null}
      <span className="text-muted">{label}</span>
      {nextHref ? (
        <Link className={buttonStyles({ size: "small" })} href={nextHref} title="Next case (J)">
          Next
          <ChevronRight aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}
