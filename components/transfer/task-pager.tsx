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

/** Previous and next task of the list one came from, also by the arrow keys left and right. */
export function TaskPager({ label, previousHref, nextHref }: Props) {
  const router = useRouter();
  const hotkeys: Record<string, () => void> = {};
  if (previousHref) hotkeys["ArrowLeft"] = () => router.push(previousHref);
  if (nextHref) hotkeys["ArrowRight"] = () => router.push(nextHref);
  useHotkeys(hotkeys);
  return (
    <nav aria-label="Tasks of this list" className="flex min-w-0 flex-wrap items-center gap-2 text-sm">
      {previousHref ? (
        <Link className={buttonStyles({ size: "small" })} href={previousHref}>
          <ChevronLeft aria-hidden />
          Previous
        </Link>
      ) : null}
      <span className="min-w-0 text-muted wrap-anywhere [unicode-bidi:isolate]">{label}</span>
      {nextHref ? (
        <Link className={buttonStyles({ size: "small" })} href={nextHref}>
          Next
          <ChevronRight aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}
