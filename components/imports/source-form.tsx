"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#components/ui/tabs.tsx";
import { startImportAction } from "#lib/imports/actions.ts";
import { importCommandLine } from "#lib/imports/import-command.ts";
import type { ImportRequest } from "#lib/imports/schema.ts";
import type { Failure } from "#lib/shared/result.ts";
import { type ImportChoices, ImportOptionFields } from "./import-option-fields.tsx";
import { type PickedFile, sendFiles } from "./send-files.ts";
import { UploadPicker } from "./upload-picker.tsx";

type Kind = "path" | "upload";
type Sending = { share: number; cancel: () => void };

/** `isFolded`: options and the command are folded away, for the report is what is worked on. */
type SourceFormProps = { onStarted: (jobId: string) => void; isFolded: boolean };

/** Where from and how; its button only ever checks. */
export function SourceForm({ onStarted, isFolded }: SourceFormProps) {
  const [kind, setKind] = useState<Kind>("path");
  const [path, setPath] = useState("");
  const [files, setFiles] = useState<PickedFile[]>([]);
  const [choices, setChoices] = useState<ImportChoices>({ arm: "auto", run: "", benchmark: "" });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [pending, startTransition] = useTransition();

  async function sourceOf(): Promise<ImportRequest["source"] | null> {
    if (kind === "path") return { kind, path };
    const controller = new AbortController();
    const cancel = () => controller.abort();
    setSending({ share: 0, cancel });
    const sent = await sendFiles(files, (share) => setSending({ share, cancel }), controller.signal);
    setSending(null);
    if (!sent.ok) setFailure(sent.error);
    return sent.ok ? { kind, uploadId: sent.value } : null;
  }

  function check(event: FormEvent) {
    event.preventDefault();
    setFailure(null);
    startTransition(async () => {
      const source = await sourceOf();
      if (!source) return;
      const result = await callServer(() => startImportAction({ source, ...choices, dryRun: true }));
      if (result.ok) onStarted(result.value.jobId);
      else setFailure(result.error);
    });
  }

  return (
    <form onSubmit={check} className={isFolded ? "flex flex-col gap-2" : "flex flex-col gap-4"}>
      <Tabs value={kind} onValueChange={(value) => setKind(value as Kind)}>
        <TabsList aria-label="Where the files are">
          <TabsTrigger value="path">Folder on this machine</TabsTrigger>
          <TabsTrigger value="upload">Upload</TabsTrigger>
        </TabsList>
        <TabsContent value="path">
          <Field
            label="Path of a folder or file"
            {...(isFolded
              ? {}
              : {
                  description: "As on the command line, e.g. ./outputs or ~/runs/T-SE. The server reads it.",
                })}
            errors={failure?.fields?.["source"]}
          >
            <Input
              value={path}
              onChange={(event) => setPath(event.target.value)}
              placeholder="./outputs"
              spellCheck={false}
              autoComplete="off"
              className="max-w-xl font-mono"
            />
          </Field>
        </TabsContent>
        <TabsContent value="upload">
          <UploadPicker files={files} onPick={setFiles} disabled={pending} />
        </TabsContent>
      </Tabs>
      <details key={String(isFolded)} open={!isFolded}>
        <summary className="mb-2 cursor-pointer text-muted">Options</summary>
        <ImportOptionFields choices={choices} onChange={setChoices} />
      </details>
      {failure && !failure.fields?.["source"] ? <ErrorNotice message={failure.message} /> : null}
      {sending ? (
        <div className="flex items-end gap-3">
          <Progress className="min-w-0 grow" label="Uploading" share={sending.share} />
          <Button size="small" variant="danger" onClick={sending.cancel}>
            Cancel
          </Button>
        </div>
      ) : null}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabled={kind === "upload" ? files.length === 0 : path.trim() === ""}
        >
          Preview changes
        </Button>
      </div>
      {kind === "path" && !isFolded ? (
        <div className="flex max-w-xl flex-col gap-1">
          <p className="text-muted">The same on the command line:</p>
          <CodeBlock code={importCommandLine(path, choices)} label="command" />
        </div>
      ) : null}
    </form>
  );
}
