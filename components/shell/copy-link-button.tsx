"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** Copies the address of this view: the address holds its whole state. */
export function CopyLinkButton() {
  return <CopyButton label="Copy link" text={() => window.location.href} />;
}
