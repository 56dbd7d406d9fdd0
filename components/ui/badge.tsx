import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

const badgeStyles = cva(
  "inline-flex items-center gap-1 rounded border px-1.5 py-px text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-line bg-sunken text-foreground",
        muted: "border-line bg-transparent text-muted",
        accent: "border-accent/30 bg-accent-soft text-accent",
        good: "border-good/30 bg-good-soft text-good",
        bad: "border-bad/30 bg-bad-soft text-bad",
        warn: "border-warn/30 bg-warn-soft text-warn",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyles>["tone"]>;

export function Badge({
  tone,
  className,
  ...props
}: ComponentProps<"span"> & VariantProps<typeof badgeStyles>) {
  return <span data-slot="badge" className={cn(badgeStyles({ tone }), className)} {...props} />;
}
