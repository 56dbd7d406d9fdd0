"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";
import { overlayStyles, panelStyles } from "./overlay-styles.ts";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & {
  title: ReactNode;
  /** One sentence; screen readers say it with the title. */
  description?: ReactNode;
  /** The buttons at the foot. */
  footer?: ReactNode;
  wide?: boolean;
};

export function DialogContent({
  title,
  description,
  footer,
  wide,
  children,
  className,
  ...props
}: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyles} />
      <Radix.Content
        data-slot="dialog"
        className={cn(
          panelStyles,
          "fixed top-1/2 left-1/2 flex max-h-[90dvh] w-[calc(100vw-1.5rem)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-lg p-4",
          wide ? "max-w-4xl" : "max-w-lg",
          className,
        )}
        {...(description ? {} : { "aria-describedby": undefined })}
        {...props}
      >
        <div className="flex items-start justify-between gap-3">
          <div className="flex flex-col gap-1">
            <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
            {description ? <Radix.Description className="text-muted">{description}</Radix.Description> : null}
          </div>
          <Radix.Close asChild>
            <IconButton label="Close" size="small">
              <X aria-hidden />
            </IconButton>
          </Radix.Close>
        </div>
        {children}
        {footer ? <div className="flex flex-wrap justify-end gap-2">{footer}</div> : null}
      </Radix.Content>
    </Radix.Portal>
  );
}
