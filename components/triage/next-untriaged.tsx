"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { buttonStyles } from "#components/ui/button.tsx";

/** On to the first task without a label of one's own; also by u. */
export function NextUntriaged({ href }: { href: string }) {
  const router = useRouter();
  useHotkeys({ u: () => router.push(href) });
  return (
    <Link className={buttonStyles({ size: "small" })} href={href} title="Next without a label (u)">
      Next untriaged
    </Link>
  );
}
