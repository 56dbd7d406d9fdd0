"use client";
import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { panelStyles } from "./overlay-styles.ts";

/** A hint on hover and focus. The child must be focusable; nothing needed may be said only here. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            data-slot="tooltip"
            sideOffset={4}
            collisionPadding={8}
            className={cn(panelStyles, "max-w-72 rounded-md px-2.5 py-1.5 text-xs")}
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
