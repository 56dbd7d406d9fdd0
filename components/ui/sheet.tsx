"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";
import { overlayStyles, panelStyles } from "./overlay-styles.ts";

export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;

type SheetContentProps = {
  title: ReactNode;
  description?: ReactNode;
  side?: "left" | "right";
  children: ReactNode;
  className?: string;
};

/** A dialog at the edge of the window, for what one reads beside the page. */
export function SheetContent({ title, description, side = "right", children, className }: SheetContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyles} />
      <Radix.Content
        data-slot="sheet"
        className={cn(
          panelStyles,
          "fixed inset-y-0 flex w-[min(26rem,100vw-2.5rem)] flex-col gap-3 overflow-y-auto p-4",
          side === "right" ? "right-0" : "left-0",
          className,
        )}
        {...(description ? {} : { "aria-describedby": undefined })}
      >
        <div className="flex items-start justify-between gap-3">
          <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
          <Radix.Close asChild>
            <IconButton label="Close" size="small">
              <X aria-hidden />
            </IconButton>
          </Radix.Close>
        </div>
        {description ? <Radix.Description className="text-muted">{description}</Radix.Description> : null}
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}
