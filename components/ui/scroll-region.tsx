import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

type ScrollRegionProps = Omit<ComponentProps<"section">, "aria-label" | "tabIndex"> & {
  /** Spoken name of what scrolls. */
  label: string;
};

/** A box that scrolls by itself and can be reached and scrolled by keyboard. */
export function ScrollRegion({ label, className, ...props }: ScrollRegionProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 wants a scrolling region in the tab order.
      tabIndex={0}
      className={cn("focus-visible:-outline-offset-2", className)}
      {...props}
    />
  );
}
