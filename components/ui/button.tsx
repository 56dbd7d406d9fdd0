import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

export const buttonStyles = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors disabled:opacity-55 disabled:cursor-not-allowed aria-disabled:opacity-55 aria-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
        secondary: "border-line-strong/60 bg-surface text-foreground hover:bg-sunken",
        ghost: "border-transparent bg-transparent text-foreground hover:bg-sunken",
        danger: "border-bad/60 bg-surface text-bad hover:bg-bad-soft",
        link: "border-transparent bg-transparent px-0 text-accent underline underline-offset-2 hover:text-accent-hover",
      },
      size: { small: "h-7 px-2 text-xs", medium: "h-8 px-3 text-sm", large: "h-10 px-4 text-sm" },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonStyles> & {
    /** Draw the only child (a link, say) as a button. */
    asChild?: boolean;
    /** Shows that the action runs, and refuses a second click. */
    pending?: boolean;
  };

export function Button({
  variant,
  size,
  asChild,
  pending,
  className,
  type,
  disabled,
  ...props
}: ButtonProps) {
  const styles = cn(buttonStyles({ variant, size }), className);
  if (asChild) return <Slot.Root data-slot="button" className={styles} {...props} />;
  return (
    <button
      data-slot="button"
      type={type ?? "button"}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={styles}
      {...props}
    />
  );
}
