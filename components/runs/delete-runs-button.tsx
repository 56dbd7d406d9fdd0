"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { AlertDialog, AlertDialogContent, AlertDialogTrigger } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { deleteRunsAction } from "#lib/runs/actions.ts";

type DeleteRunsButtonProps = {
  runs: readonly { id: string; name: string }[];
  trials: number;
  label: string;
  /** Told once they are gone; without it the list of runs is opened. */
  onDeleted?: () => void;
};

const MOST_NAMED = 5;

/** Deletes runs after a question that names them. */
export function DeleteRunsButton({ runs, trials, label, onDeleted }: DeleteRunsButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const names = runs.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = runs.length > MOST_NAMED ? ` and ${runs.length - MOST_NAMED} more` : "";
  function remove() {
    startTransition(async () => {
      const result = await callServer(() => deleteRunsAction(runs.map(({ id }) => id)));
      if (!result.ok) {
        toast.error(result.error.message);
        return;
      }
      toast(`${result.value.runs} deleted, with ${result.value.trials.toLocaleString("en")} trials.`);
      if (onDeleted) onDeleted();
      else router.push("/runs");
    });
  }
  return (
    <AlertDialog open={open} onOpenChange={setOpen}>
      <AlertDialogTrigger asChild>
        <Button size="small" variant="danger" pending={pending}>
          {label}
        </Button>
      </AlertDialogTrigger>
      <AlertDialogContent
        title={runs.length === 1 ? `Delete the run ${names[0]}?` : `Delete ${runs.length} runs?`}
        description={`${runs.length === 1 ? "" : `${names.join(", ")}${more}: `}${trials.toLocaleString("en")} trials with their trajectories and retrievals are deleted. Memories stay. Importing the files again brings the runs back.`}
        confirmLabel="Delete"
        onConfirm={remove}
      />
    </AlertDialog>
  );
}
