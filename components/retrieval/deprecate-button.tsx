"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { deprecateMemoriesAction, undoBatchAction } from "#lib/memories/actions.ts";

type DeprecateButtonProps = { memoryId: string; title: string };

/** Takes a memory out of service from where its effect is seen; the toast can undo it. */
export function DeprecateButton({ memoryId, title }: DeprecateButtonProps) {
  const [open, setOpen] = useState(false);
  const [errors, setErrors] = useState<string[]>();
  const [pending, startTransition] = useTransition();

  function deprecate(form: FormData) {
    startTransition(async () => {
      const reason = String(form.get("reason") ?? "");
      const result = await callServer(() =>
        deprecateMemoriesAction({ selection: { ids: [memoryId] }, reason }),
      );
      if (!result.ok) {
        setErrors(result.error.fields?.["reason"] ?? [result.error.message]);
        return;
      }
      setOpen(false);
      offerUndo(title, result.value.batchId);
    });
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="small" aria-label={`Deprecate ${title}`}>
          Deprecate
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Deprecate this memory"
        description={`"${title}" will no longer be retrieved. Nothing is deleted; it can be restored.`}
      >
        <form
          className="flex flex-col gap-3"
          // Not `action`: that would empty the reason after a refusal.
          onSubmit={(event) => {
            event.preventDefault();
            deprecate(new FormData(event.currentTarget));
          }}
        >
          <Field label="Reason" required errors={errors}>
            <Textarea name="reason" rows={3} />
          </Field>
          <div className="flex flex-wrap justify-end gap-2">
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="danger" pending={pending}>
              Deprecate
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function offerUndo(title: string, batchId: string | null) {
  if (!batchId) {
    toast(`"${title}" was already deprecated.`);
    return;
  }
  toast(`Deprecated "${title}".`, {
    action: {
      label: "Undo",
      onClick: async () => {
        const result = await callServer(() => undoBatchAction({ batchId }));
        if (result.ok) toast("Restored.");
        else toast.error(result.error.message);
      },
    },
  });
}
