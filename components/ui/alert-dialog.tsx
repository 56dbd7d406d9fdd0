"use client";
import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./class-names.ts";
import { overlayStyles, panelStyles } from "./overlay-styles.ts";

export const AlertDialog = Radix.Root;
export const AlertDialogTrigger = Radix.Trigger;

type AlertDialogContentProps = {
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  onConfirm: () => void;
  danger?: boolean;
  children?: ReactNode;
};

/** A question that must be answered before anything else: Escape and Cancel change nothing. */
export function AlertDialogContent(props: AlertDialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyles} />
      <Radix.Content
        data-slot="alert-dialog"
        className={cn(
          panelStyles,
          "fixed top-1/2 left-1/2 flex max-h-[90dvh] w-[calc(100vw-1.5rem)] max-w-md -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-lg p-4",
        )}
      >
        <Radix.Title className="text-base font-semibold">{props.title}</Radix.Title>
        <Radix.Description className="text-muted">{props.description}</Radix.Description>
        {props.children}
        <div className="flex flex-wrap justify-end gap-2">
          <Radix.Cancel asChild>
            <Button>Cancel</Button>
          </Radix.Cancel>
          <Radix.Action asChild>
            <Button variant={props.danger ? "danger" : "primary"} onClick={props.onConfirm}>
              {props.confirmLabel}
            </Button>
          </Radix.Action>
        </div>
      </Radix.Content>
    </Radix.Portal>
  );
}
