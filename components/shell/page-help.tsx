"use client";
import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";

/** What a page is for, for whoever asks. */
export function PageHelp({ children }: { children: ReactNode }) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label="About this page" size="small" className="text-muted">
          <CircleHelp aria-hidden />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent className="w-80 text-sm">
        <p>{children}</p>
      </PopoverContent>
    </Popover>
  );
}
