"use client";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { startAttributionAction } from "#lib/attribution/actions.ts";

/** Queues the job that attributes the outcomes of two runs to memories, once more. */
export function StartAttribution(pair: { base: string; candidate: string }) {
  const [pending, startTransition] = useTransition();
  function start() {
    startTransition(async () => {
      const result = await callServer(() => startAttributionAction(pair));
      if (!result.ok) toast.error(result.error.message);
    });
  }
  return (
    <Button size="small" pending={pending} onClick={start}>
      Try again
    </Button>
  );
}
