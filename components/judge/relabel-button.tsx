"use client";
import { useTransition } from "react";
import { toast } from "sonner";
import { useUndo } from "#components/memories/use-undo.ts";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { relabelMemoryAction } from "#lib/judge/actions.ts";
import type { WrongLabel } from "#lib/judge/schema.ts";

/** Gives a memory the verifier's outcome, with a revision, and asks for a draft written from the trial as what it is. */
export function RelabelButton({ memory }: { memory: WrongLabel }) {
  const [pending, startTransition] = useTransition();
  const { offer } = useUndo({ keys: false });
  const { id, version, verifier, hasSteps, title } = memory;
  const relabel = () =>
    startTransition(async () => {
      const done = await callServer(() =>
        relabelMemoryAction({ id, expectedVersion: version, regenerate: hasSteps }),
      );
      if (!done.ok) {
        toast.error(done.error.message);
        return;
      }
      const { batchId, generationId, notRequested } = done.value;
      const draft = generationId
        ? " A draft was requested."
        : notRequested
          ? ` No draft: ${notRequested}`
          : "";
      const message = `Relabeled ${verifier}.${draft}`;
      if (batchId) offer(message, batchId);
      else toast(message);
    });
  return (
    <Button
      size="small"
      pending={pending}
      onClick={relabel}
      title={hasSteps ? undefined : "Its trial has no steps, so no draft can be written from it."}
    >
      {hasSteps ? `${verifier}, and regenerate` : verifier}
      <span className="sr-only"> {title}</span>
    </Button>
  );
}
