"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { changeMappingAction } from "#lib/imports/actions.ts";

type Mapping = { key: string; columns: readonly string[]; parts: readonly string[] };

/** What is kept of tables with columns of their own, to be changed or removed. */
export function ColumnMappingsCard({ mappings }: { mappings: readonly Mapping[] }) {
  return (
    <Card
      title="Columns of tables"
      description="How the next CSV or JSON Lines file with the same columns is read. A removed one is asked about again at the next import."
    >
      {mappings.length === 0 ? (
        <p className="text-muted">
          None is kept. Import a table, and say in the preview what its columns are.
        </p>
      ) : (
        <div className="flex flex-col gap-4">
          {mappings.map((mapping) => (
            <MappingForm key={mapping.key} mapping={mapping} />
          ))}
        </div>
      )}
    </Card>
  );
}

function MappingForm({ mapping: { key, columns, parts } }: { mapping: Mapping }) {
  const router = useRouter();
  const [text, setText] = useState(parts.join("\n"));
  const [message, setMessage] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  function change(next: string) {
    startTransition(async () => {
      const result = await callServer(() => changeMappingAction({ key, text: next }));
      setMessage(result.ok ? null : result.error.message);
      if (!result.ok) return;
      toast(next === "" ? "Removed." : "Saved. It holds from the next import on.");
      router.refresh();
    });
  }
  return (
    <form
      className="flex max-w-2xl flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        change(text);
      }}
    >
      <Field
        label={`Columns: ${columns.join(", ")}`}
        description="FIELD=COLUMN, FIELD:=VALUE, outcome=COLUMN>=NUMBER"
      >
        <Textarea
          rows={Math.min(8, parts.length)}
          className="font-mono"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {message ? <ErrorNotice message={message} /> : null}
      <div className="flex gap-2">
        <Button type="submit" size="small" pending={pending} disabled={text.trim() === ""}>
          Save columns
        </Button>
        <Button size="small" variant="danger" pending={pending} onClick={() => change("")}>
          Remove
        </Button>
      </div>
    </form>
  );
}
