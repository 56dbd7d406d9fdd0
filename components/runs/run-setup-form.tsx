"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { stateRunSetupAction } from "#lib/runs/actions.ts";
import { type RunSetup, SETUP_FIELDS, setupNames } from "#lib/runs/run-setup.ts";
import type { Failure } from "#lib/shared/result.ts";

type Props = {
  runId: string;
  /** What is known: stated or imported. */
  setup: RunSetup;
  /** What a person stated before: what the form begins with. */
  stated: RunSetup;
};

/** States what no import says of a run: curves are drawn over it, and comparisons check it. */
export function RunSetupForm({ runId, setup, stated }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();

  function save(form: FormData) {
    const input = Object.fromEntries(SETUP_FIELDS.map((field) => [field, String(form.get(field) ?? "")]));
    startTransition(async () => {
      const result = await callServer(() => stateRunSetupAction(runId, input));
      setFailure(result.ok ? null : result.error);
      if (!result.ok) return;
      setOpen(false);
      toast("Run facts saved.");
      router.refresh();
    });
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button size="small">Edit run facts</Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-96">
        <form
          aria-label="Run facts"
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            save(new FormData(event.currentTarget));
          }}
        >
          <div className="grid gap-2 sm:grid-cols-2">
            {SETUP_FIELDS.map((field) => (
              <Field key={field} label={setupNames[field]} errors={failure?.fields?.[field]}>
                <Input
                  name={field}
                  defaultValue={stated[field] ?? ""}
                  placeholder={setup[field] === null ? "unknown" : String(setup[field])}
                />
              </Field>
            ))}
          </div>
          {failure ? <ErrorNotice message={failure.message} /> : null}
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
