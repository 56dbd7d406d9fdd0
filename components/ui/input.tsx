import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

export const controlStyles =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm text-foreground placeholder:text-muted disabled:opacity-60 aria-invalid:border-bad";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input data-slot="input" className={cn(controlStyles, "h-8", className)} {...props} />;
}
