import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { cn } from "./class-names.ts";

export type IconButtonProps = Omit<ButtonProps, "children" | "asChild"> & {
  /** Spoken name and tooltip: an icon alone says nothing. */
  label: string;
  children: ReactNode;
};

export function IconButton({
  label,
  children,
  className,
  variant = "ghost",
  size,
  ...props
}: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      variant={variant}
      size={size}
      className={cn("px-0", size === "small" ? "w-7" : size === "large" ? "w-10" : "w-8", className)}
      {...props}
    >
      {children}
    </Button>
  );
}
