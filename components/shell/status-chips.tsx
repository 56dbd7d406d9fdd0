"use client";
import { CaseSensitive, type LucideIcon, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "#components/ui/class-names.ts";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import type { ShellStatus } from "#lib/overview/schema.ts";

/** What must be known on every page, in a word each: where the numbers come from, and what is missing. */
export function StatusChips({ status }: { status: ShellStatus | null }) {
  if (!status) return null;
  const lexical = status.memoryCount > 0 && (!status.hasKey || status.space?.provider === "lexical");
  return (
    <div className="flex items-center gap-1.5">
      {status.hasSynthetic ? (
        <Chip icon={TriangleAlert} label="Synthetic data" styles="border-warn/40 bg-warn-soft text-warn">
          Generated memories and runs: the numbers say nothing about any agent.
        </Chip>
      ) : null}
      {lexical ? (
        <Chip icon={CaseSensitive} label="Lexical space" styles="border-accent/30 bg-accent-soft text-accent">
          {status.hasKey ? "Search" : "No OPENAI_API_KEY is set: search"}, retrieval and maps compare words,
          not meaning.{" "}
          <Link href="/settings" className="link">
            Settings
          </Link>
        </Chip>
      ) : null}
    </div>
  );
}

type ChipProps = { icon: LucideIcon; label: string; styles: string; children: ReactNode };

function Chip({ icon: Icon, label, styles, children }: ChipProps) {
  return (
    <Popover>
      <PopoverTrigger
        aria-label={label}
        className={cn("flex h-6 items-center gap-1 rounded-full border px-2 text-xs font-medium", styles)}
      >
        <Icon aria-hidden className="size-3.5" />
        <span className="max-sm:hidden">{label}</span>
      </PopoverTrigger>
      <PopoverContent className="text-sm">
        <p>{children}</p>
      </PopoverContent>
    </Popover>
  );
}
