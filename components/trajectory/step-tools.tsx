"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { Button } from "#components/ui/button.tsx";
import { moveBy, moveTo, openStep, setAll } from "./step-focus.ts";

/** `drawn`: steps of a side on the page. A link to a later one asks for more (?steps=). */
type StepToolsProps = { drawn: number };

/** A step beyond is no step but a wrong link. */
const MOST = 100_000;

/** Unfolding all at once, the keys of trajectories, and links that open what they point to. */
export function StepTools({ drawn }: StepToolsProps) {
  const router = useRouter();
  const openTarget = useEffectEvent(() => {
    const anchor = decodeURIComponent(window.location.hash.slice(1));
    if (openStep(anchor, { focus: true })) return;
    const step = Number(/^(?:base|cand|step)-(\d+)$/.exec(anchor)?.[1]);
    if (!(step > drawn && step < MOST)) return;
    const address = new URL(window.location.href);
    address.searchParams.set("steps", String(step + 50));
    router.replace(address.href);
  });
  useEffect(() => {
    openTarget();
    const listen = () => openTarget();
    window.addEventListener("hashchange", listen);
    return () => window.removeEventListener("hashchange", listen);
  }, []);
  useHotkeys({
    n: () => moveBy(1),
    p: () => moveBy(-1),
    l: () => moveBy(1),
    h: () => moveBy(-1),
    d: () => moveTo("difference", 1),
    "Shift+D": () => moveTo("difference", -1),
    m: () => moveTo("mark", 1),
    "Shift+M": () => moveTo("mark", -1),
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" onClick={() => setAll(true)}>
        Expand all
      </Button>
      <Button size="small" onClick={() => setAll(false)}>
        Collapse all
      </Button>
    </div>
  );
}
