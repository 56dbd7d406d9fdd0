"use client";
import { Slot } from "radix-ui";
import { type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./class-names.ts";

export type FieldProps = {
  label: ReactNode;
  description?: ReactNode;
  /** Sentences that say what to mend, e.g. `fields.title` of a failed result. */
  errors?: readonly string[] | undefined;
  required?: boolean;
  /** The one control: input, textarea, select. It gets id, name of the label, description and error. */
  children: ReactElement;
  className?: string;
};

/** Label, control, description and error, wired for assistive technology here once. */
export function Field({ label, description, errors, required, children, className }: FieldProps) {
  const id = useId();
  const descriptionId = `${id}-description`;
  const errorId = `${id}-error`;
  const hasErrors = errors !== undefined && errors.length > 0;
  const describedBy = [description ? descriptionId : "", hasErrors ? errorId : ""].filter(Boolean).join(" ");
  // Select wraps its element, so that attributes must reach the component, not a DOM node.
  return (
    <div data-slot="field" className={cn("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {required ? <span className="text-muted font-normal"> (required)</span> : null}
      </label>
      <Slot.Root
        id={id}
        aria-describedby={describedBy || undefined}
        aria-invalid={hasErrors || undefined}
        aria-required={required || undefined}
      >
        {children}
      </Slot.Root>
      {description ? (
        <p id={descriptionId} className="text-xs text-muted">
          {description}
        </p>
      ) : null}
      {hasErrors ? (
        <div id={errorId} role="alert" className="text-xs text-bad">
          {errors.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
      ) : null}
    </div>
  );
}
