"use client";
import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";
import { panelStyles } from "./overlay-styles.ts";

export const Popover = Radix.Root;
export const PopoverAnchor = Radix.Anchor;
export const PopoverTrigger = Radix.Trigger;
export const PopoverClose = Radix.Close;

export function PopoverContent({
  className,
  align = "start",
  ...props
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        data-slot="popover"
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={cn(panelStyles, "w-72 max-w-[calc(100vw-1rem)] rounded-md p-3", className)}
        {...props}
      />
    </Radix.Portal>
  );
}
