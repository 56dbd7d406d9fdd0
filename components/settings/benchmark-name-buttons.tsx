"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { AlertDialog, AlertDialogContent, AlertDialogTrigger } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { aliasBenchmarkAction, undoAliasAction } from "#lib/settings/actions.ts";

type Names = { name: string; benchmark: string };

/** Makes a name another name of a benchmark, after a question. */
export function JoinNamesButton({ name, benchmark }: Names) {
  const [open, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  function join() {
    startTransition(async () => {
      const result = await callServer(() => aliasBenchmarkAction({ name, benchmark }));
      if (!result.ok) {
        toast.error(result.error.message);
        return;
      }
      const { memories, tasks } = result.value;
      toast(`${name} is ${benchmark} now: ${memories} memories and ${tasks} tasks moved.`, {
        action: { label: "Undo", onClick: () => void takeBack(name) },
      });
    });
  }
  return (
    <AlertDialog open={open} onOpenChange={setOpen}>
      <AlertDialogTrigger asChild>
        <Button
          size="small"
          pending={pending}
          aria-label={`Keep ${benchmark} for both ${name} and ${benchmark}`}
        >
          Keep {benchmark}
        </Button>
      </AlertDialogTrigger>
      <AlertDialogContent
        title={`Is ${name} the same benchmark as ${benchmark}?`}
        description={`Its memories, tasks and trials become those of ${benchmark}, and so does whatever is imported as ${name} later. Every memory keeps a revision, and it can be undone.`}
        confirmLabel="Merge"
        onConfirm={join}
      />
    </AlertDialog>
  );
}

export function UndoAliasButton({ name }: { name: string }) {
  const [pending, startTransition] = useTransition();
  return (
    <Button
      size="small"
      pending={pending}
      aria-label={`Undo: ${name} is a benchmark of its own`}
      onClick={() => startTransition(() => takeBack(name))}
    >
      Undo
    </Button>
  );
}

async function takeBack(name: string): Promise<void> {
  const result = await callServer(() => undoAliasAction({ name }));
  if (result.ok) toast(`${name} is a benchmark of its own again.`);
  else toast.error(result.error.message);
}
