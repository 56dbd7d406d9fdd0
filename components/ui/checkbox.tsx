import { type ComponentProps, useId } from "react";
import { cn } from "./class-names.ts";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  /** Some, but not all, of what it stands for is checked. */
  indeterminate?: boolean;
};

/** The 24 px label around the 16 px box is the target. */
export function Checkbox({ indeterminate, className, ...props }: CheckboxProps) {
  return (
    <span className={cn("inline-flex size-6 items-center justify-center", className)}>
      <input
        data-slot="checkbox"
        type="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = indeterminate ?? false;
        }}
        className="size-4 accent-accent before:absolute before:-m-1 before:size-6 before:content-['']"
        {...props}
      />
    </span>
  );
}

export function LabeledCheckbox({
  label,
  className,
  id,
  ...props
}: CheckboxProps & { label: React.ReactNode }) {
  const ownId = useId();
  const checkboxId = id ?? ownId;
  return (
    <span className={cn("inline-flex items-center gap-1.5", className)}>
      <Checkbox id={checkboxId} {...props} />
      <label htmlFor={checkboxId} className="min-h-6 content-center">
        {label}
      </label>
    </span>
  );
}
