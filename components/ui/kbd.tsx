import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      data-slot="kbd"
      className={cn(
        "inline-flex min-w-5 items-center justify-center rounded border border-line-strong/60 bg-sunken px-1 font-mono text-xs text-foreground",
        className,
      )}
      {...props}
    />
  );
}
