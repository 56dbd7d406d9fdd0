import { cn } from "#components/ui/class-names.ts";
import { type ThemedColor, themedCss } from "./benchmark-palette.ts";
import { type ShapeName, svgPoints } from "./shapes.ts";

type MarkProps = { color: ThemedColor; shape: ShapeName; className?: string };

/** A colored shape, for the eye only: its name must stand beside it. */
export function Mark({ color, shape, className }: MarkProps) {
  return (
    <svg
      aria-hidden
      viewBox="-8 -8 16 16"
      className={cn("size-3 shrink-0", className)}
      style={{ fill: themedCss(color) }}
    >
      <polygon points={svgPoints(shape, 6.6)} />
    </svg>
  );
}
