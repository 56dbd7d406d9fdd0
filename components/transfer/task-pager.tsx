"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { buttonStyles } from "#components/ui/button.tsx";

type Props = {
  /** "3 of 28 lost with Skip the tests". */
  label: string;
  previousHref: string | null;
  nextHref: string | null;
};

/** Previous and next task of the list one came from; also by the arrow keys, and by j and k as between rows. */
export function TaskPager({ label, previousHref, nextHref }: Props) {
  const router = useRouter();
  const go = (href: string) => () => router.push(href);
  useHotkeys({
    ...(previousHref ? { ArrowLeft: go(previousHref), k: go(previousHref) } : {}),
    ...(nextHref ? { ArrowRight: go(nextHref), j: go(nextHref) } : {}),
  });
  return (
    <nav aria-label="Tasks of this list" className="flex min-w-0 items-center gap-1.5 text-xs">
      {previousHref ? (
        <Link className={buttonStyles({ size: "small" })} href={previousHref} title="Previous task (k or ←)">
          <ChevronLeft aria-hidden />
          Previous
        </Link>
      ) : null}
      <span className="max-w-56 min-w-0 truncate text-muted [unicode-bidi:isolate]" title={label}>
        {label}
      </span>
      {nextHref ? (
        <Link className={buttonStyles({ size: "small" })} href={nextHref} title="Next task (j or →)">
          Next
          <ChevronRight aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}
