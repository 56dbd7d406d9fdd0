"use client";
import { useEffect } from "react";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { Button } from "#components/ui/button.tsx";

function allSteps(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details[data-step]")];
}

function setAll(open: boolean): void {
  for (const step of allSteps()) step.open = open;
}

/** Opens the step that the address names: a browser scrolls to it but leaves it folded. */
function openTarget(): void {
  const step = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!(step instanceof HTMLDetailsElement)) return;
  step.open = true;
  step.scrollIntoView({ block: "start" });
}

/** Moves the focus by whole steps from where it is. */
function moveBy(by: number): void {
  const steps = allSteps();
  const at = steps.findIndex((step) => step.contains(document.activeElement));
  const next = steps[at === -1 ? 0 : Math.min(steps.length - 1, Math.max(0, at + by))];
  next?.querySelector("summary")?.focus();
}

/** Unfolding all at once, h and l from step to step, and links that open what they point to. */
export function StepTools() {
  useEffect(() => {
    openTarget();
    window.addEventListener("hashchange", openTarget);
    return () => window.removeEventListener("hashchange", openTarget);
  }, []);
  useHotkeys({ h: () => moveBy(-1), l: () => moveBy(1) });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" onClick={() => setAll(true)}>
        Expand all
      </Button>
      <Button size="small" onClick={() => setAll(false)}>
        Collapse all
      </Button>
      <span className="text-xs text-muted">h and l move between steps, Enter expands one.</span>
    </div>
  );
}
