"use client";
import { useTransition } from "react";
import { toast } from "sonner";
import { useUndo } from "#components/memories/use-undo.ts";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { relabelMemoriesAction } from "#lib/judge/actions.ts";

/** Relabels every memory with a wrong label, and asks for the drafts; one undo takes the labels back. */
export function RelabelAllButton({ total }: { total: number }) {
  const [pending, startTransition] = useTransition();
  const { offer } = useUndo({ keys: false });
  const relabel = () =>
    startTransition(async () => {
      const done = await callServer(() => relabelMemoriesAction());
      if (!done.ok) {
        toast.error(done.error.message);
        return;
      }
      const { batchId, relabeled, requested, notDone, because } = done.value;
      const rest = because === null ? "" : ` Not done for ${notDone}: ${because}`;
      const message = `${relabeled} relabeled, ${requested} drafts requested.${rest}`;
      if (batchId) offer(message, batchId);
      else toast(message);
    });
  return (
    <Button size="small" pending={pending} onClick={relabel}>
      Relabel all {total} and regenerate
    </Button>
  );
}
