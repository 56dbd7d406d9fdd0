"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";

type CopyButtonProps = {
  /** The text, or a function that gives it at the click (the present address, say). */
  text: string | (() => string);
  /** What is copied: "Copy command", "Copy link". */
  label: string;
  /** Show the label beside the icon. */
  showLabel?: boolean;
};

export function CopyButton({ text, label, showLabel }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (outcome === "idle") return;
    const timer = setTimeout(() => setOutcome("idle"), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === "function" ? text() : text);
      setOutcome("copied");
    } catch {
      // The clipboard needs a secure context and permission; without them the text can still be selected.
      setOutcome("refused");
    }
  }

  const said = outcome === "copied" ? "Copied" : outcome === "refused" ? "Could not copy" : label;
  const icon = outcome === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />;
  return (
    <>
      {showLabel ? (
        <Button onClick={copy}>
          {icon}
          {said}
        </Button>
      ) : (
        <IconButton size="small" label={said} onClick={copy}>
          {icon}
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {outcome === "idle" ? "" : said}
      </span>
    </>
  );
}
