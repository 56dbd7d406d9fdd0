"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { EmbeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { setEmbeddedTextAction } from "#lib/settings/actions.ts";
import { embeddedTextOptions } from "#lib/settings/embedded-text-options.ts";

/** Which text of each type is embedded. */
export function EmbeddedTextForm({ setting }: { setting: EmbeddedTextSetting }) {
  const [message, setMessage] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function save(form: FormData) {
    const input = Object.fromEntries(
      embeddedTextOptions.map(({ type }) => [type, String(form.get(type) ?? "")]),
    );
    startTransition(async () => {
      const result = await callServer(() => setEmbeddedTextAction(input));
      setMessage(result.ok ? null : result.error.message);
      if (result.ok) toast("Saved. The memories are being re-embedded.");
    });
  }

  return (
    <Card
      title="Embedded text"
      description="What a query is compared with. The defaults are those of Memory Transfer Learning (arXiv 2604.14004). A change re-embeds the pool and changes similarities and maps."
    >
      <form
        aria-label="Embedded text"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save(new FormData(event.currentTarget));
        }}
      >
        <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
          {embeddedTextOptions.map(({ type, options }) => (
            <Field key={type} label={type}>
              <Select name={type} defaultValue={setting[type]} options={options} />
            </Field>
          ))}
        </div>
        {message ? <ErrorNotice message={message} /> : null}
        <div>
          <Button type="submit" pending={pending}>
            Save and re-embed
          </Button>
        </div>
      </form>
    </Card>
  );
}
