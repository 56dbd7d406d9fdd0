"use client";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { Popover, PopoverContent, PopoverTrigger } from "./popover.tsx";

const tones = {
  warn: "border-warn/40 bg-warn-soft text-warn",
  neutral: "border-line-strong/60 bg-surface text-foreground",
} as const;

type DetailChipProps = {
  label: string;
  icon?: LucideIcon;
  tone?: keyof typeof tones;
  /** What the chip stands for, in full. */
  children: ReactNode;
};

/** A few words that open to the full text. */
export function DetailChip({ label, icon: Icon, tone = "neutral", children }: DetailChipProps) {
  return (
    <Popover>
      <PopoverTrigger
        className={cn(
          "inline-flex h-6 items-center gap-1 rounded-full border px-2 text-xs font-medium whitespace-nowrap",
          tones[tone],
        )}
      >
        {Icon ? <Icon aria-hidden className="size-3.5" /> : null}
        {label}
      </PopoverTrigger>
      <PopoverContent className="max-h-(--radix-popover-content-available-height) w-96 overflow-y-auto text-sm">
        {children}
      </PopoverContent>
    </Popover>
  );
}
