import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";
import { controlStyles } from "./input.tsx";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = ComponentProps<"select"> & { options?: readonly SelectOption[] };

/** The browser's own select, so that phones and screen readers bring their own list. */
export function Select({ options, className, children, ...props }: SelectProps) {
  return (
    <span data-slot="select" className={cn("relative inline-flex w-full", className)}>
      <select className={cn(controlStyles, "h-8 appearance-none pr-8")} {...props}>
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2 right-2 size-4 text-muted" />
    </span>
  );
}
