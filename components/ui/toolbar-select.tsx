"use client";
import { cn } from "./class-names.ts";
import { Select, type SelectOption } from "./select.tsx";

type ToolbarSelectProps = {
  label: string;
  /** Said by the options themselves: the label is spoken only. */
  quiet?: boolean;
  /** For long options. */
  wide?: boolean;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
};

/** A choice that fits into a line of controls. */
export function ToolbarSelect({ label, quiet, wide, value, options, onChange }: ToolbarSelectProps) {
  return (
    <div className="flex shrink-0 items-center gap-1">
      {quiet ? null : <span className="text-muted">{label}</span>}
      <Select
        aria-label={label}
        title={quiet ? label : undefined}
        className={cn(
          "[&_select]:h-7 [&_select]:px-1.5 [&_select]:text-xs [&_svg]:top-1.5",
          wide ? "w-36 2xl:w-44" : "w-24",
        )}
        value={value}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
