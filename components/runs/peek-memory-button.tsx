"use client";
import { Eye } from "lucide-react";
import { MemoryPeek } from "#components/memories/memory-peek.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Sheet, SheetContent, SheetTrigger } from "#components/ui/sheet.tsx";

type PeekMemoryButtonProps = { id: string; version: number; title: string };

/** The whole memory as it is now, beside the page that names it. */
export function PeekMemoryButton({ id, version, title }: PeekMemoryButtonProps) {
  return (
    <Sheet>
      <SheetTrigger asChild>
        <IconButton label={`Peek at ${title}`} size="small" className="h-6 w-6">
          <Eye aria-hidden />
        </IconButton>
      </SheetTrigger>
      <SheetContent title="Current memory">
        <MemoryPeek id={id} version={version} />
      </SheetContent>
    </Sheet>
  );
}
