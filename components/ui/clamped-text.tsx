"use client";
import { useEffect, useRef, useState } from "react";
import { cn } from "./class-names.ts";

type ClampedTextProps = {
  text: string;
  /** Names the text for its button: "of Skip the tests". */
  of: string;
};

/** The first lines of a text as it is; all of it on request, where it is cut. */
export function ClampedText({ text, of }: ClampedTextProps) {
  const ref = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || isOpen) return;
    const measure = () => setCut(element.scrollHeight > element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [isOpen]);
  return (
    <div className="flex min-w-0 flex-col items-start">
      <p
        ref={ref}
        className={cn(
          "w-full text-xs whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]",
          isOpen ? "max-h-96 overflow-y-auto" : "line-clamp-3",
        )}
        {...(isOpen ? { tabIndex: 0 } : {})}
      >
        {text}
      </p>
      {isCut ? (
        <button
          type="button"
          className="min-h-6 text-xs text-accent"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Less" : "More"}
          <span className="sr-only"> {of}</span>
        </button>
      ) : null}
    </div>
  );
}
