"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { callServer } from "#components/ui/call-server.ts";
import { updateOnCaseAction } from "#lib/attribution/cases/actions.ts";
import type { CaseRef } from "#lib/attribution/cases/schema.ts";
import { updateMemoryAction } from "#lib/memories/actions.ts";
import type { EditableMemory, UpdateFailure } from "#lib/memories/verbs/update-memory.ts";
import { type FormValues, sameValues } from "./form-values.ts";
import { useUndo } from "./use-undo.ts";

/**
 * The state of an edit: what is typed, the version it stands on, and how the last save went.
 * @param onCase the case whose evidence goes with the revision
 */
export function useMemoryForm(memory: EditableMemory, onCase: CaseRef | null) {
  const router = useRouter();
  const { offer } = useUndo();
  const [base, setBase] = useState(memory);
  const [values, setValues] = useState<FormValues>(valuesOf(memory));
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<UpdateFailure | null>(null);
  const [pending, startTransition] = useTransition();
  const page = `/memories/${memory.id}` as const;

  function save() {
    if (pending) return;
    startTransition(async () => {
      const input = { id: memory.id, expectedVersion: base.version, ...values, reason };
      const result = onCase
        ? await callServer(() => updateOnCaseAction(input, onCase))
        : await callServer(() => updateMemoryAction(input));
      if (!result.ok) {
        setFailure(result.error);
        return;
      }
      const { batchId, version } = result.value;
      if (batchId) offer(`Saved as revision ${version}.`, batchId);
      else toast("No changes to save.");
      router.push(page);
    });
  }

  /** Stands on the newest version from now on, with what is typed or with what it says. */
  function resolve(newest: EditableMemory, keep: "mine" | "newest") {
    setBase(newest);
    if (keep === "newest") setValues(valuesOf(newest));
    setFailure(null);
  }

  return {
    values,
    setValues,
    reason,
    setReason,
    failure,
    pending,
    save,
    resolve,
    page,
    dirty: !sameValues(values, valuesOf(base)),
  };
}

function valuesOf({ task, outcome, content }: EditableMemory): FormValues {
  return { task, outcome, content };
}
