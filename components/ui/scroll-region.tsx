import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

type ScrollRegionProps = Omit<ComponentProps<"div">, "aria-label" | "tabIndex" | "role"> & {
  /** Spoken name of what scrolls. */
  label: string;
};

/** A box that scrolls by itself and can be reached and scrolled by keyboard. A group, not a landmark: there are many. */
export function ScrollRegion({ label, className, ...props }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 wants a scrolling region in the tab order.
      tabIndex={0}
      // Words for screen readers alone are placed absolutely: they must scroll with the rest, not widen the page.
      className={cn("relative focus-visible:-outline-offset-2", className)}
      {...props}
    />
  );
}
