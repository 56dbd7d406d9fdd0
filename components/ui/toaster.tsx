"use client";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Call `toast(...)` of sonner anywhere in a client component; this draws it. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      closeButton
      toastOptions={{
        classNames: {
          toast: "!bg-surface !text-foreground !border-line !shadow-raised",
          description: "!text-muted",
          actionButton: "!bg-accent !text-on-accent",
        },
      }}
    />
  );
}
