import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";
import { controlStyles } from "./input.tsx";

export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      data-slot="textarea"
      rows={rows}
      className={cn(controlStyles, "py-1.5", className)}
      {...props}
    />
  );
}
