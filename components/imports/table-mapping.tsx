"use client";
import { useState, useTransition } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { startImportAction } from "#lib/imports/actions.ts";
import type { TableReport } from "#lib/imports/schema.ts";
import { ColumnTable } from "./column-table.tsx";
import { useDecisions } from "./decisions.tsx";
import { draftOf, type MappingDraft, partsOf } from "./mapping-draft.ts";

type TableMappingProps = { table: TableReport; dryRun: boolean; onStarted: (jobId: string) => void };

/** Which column of a table is what: as it was said or guessed, to be changed and previewed. */
export function TableMapping({ table, dryRun, onStarted }: TableMappingProps) {
  const { request } = useDecisions();
  const [draft, setDraft] = useState<MappingDraft>(() => draftOf(table.mapping ?? table.guess ?? []));
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const isAsked = table.mapping === null;

  function preview() {
    const others = (request.mappings ?? []).filter(({ key }) => key !== table.key);
    const mappings = [...others, { key: table.key, parts: partsOf(draft) }];
    startTransition(async () => {
      const started = await callServer(() => startImportAction({ ...request, mappings, dryRun: true }));
      if (started.ok) onStarted(started.value.jobId);
      else setFailure(started.error.message);
    });
  }

  return (
    <Card
      flush
      title={
        <>
          Columns of {table.path}{" "}
          <Badge tone={isAsked ? "warn" : "neutral"}>
            {isAsked ? "say what they are" : table.source === "saved" ? "as kept" : "as you said"}
          </Badge>
        </>
      }
      description="What you say is kept for the next table of these columns; Settings lists what is kept."
    >
      {dryRun ? (
        <div className="flex flex-wrap items-end gap-3 px-4 pb-3">
          <Field label="Rows are">
            <Select
              className="w-40"
              value={draft.kind}
              onChange={(event) => setDraft({ ...draft, kind: event.target.value as MappingDraft["kind"] })}
              options={[
                { value: "trials", label: "task results" },
                { value: "memories", label: "memories" },
              ]}
            />
          </Field>
          <Field label="Benchmark of all rows">
            <Input
              className="w-44"
              value={draft.values["benchmark"] ?? ""}
              onChange={(event) =>
                setDraft({ ...draft, values: { ...draft.values, benchmark: event.target.value } })
              }
            />
          </Field>
          {draft.kind === "trials" ? (
            <Field label="A score passes">
              <Input
                className="w-32"
                placeholder=">=0.5"
                value={draft.threshold}
                onChange={(event) => setDraft({ ...draft, threshold: event.target.value })}
              />
            </Field>
          ) : null}
          <Button variant={isAsked ? "primary" : "secondary"} pending={pending} onClick={preview}>
            Preview with these columns
          </Button>
        </div>
      ) : null}
      {failure ? <ErrorNotice message={failure} /> : null}
      <ColumnTable
        table={table}
        draft={draft}
        onChange={dryRun ? (column, field) => setDraft(withField(draft, column, field)) : null}
      />
    </Card>
  );
}

/** A field is one column's: it leaves the one that had it. */
function withField(draft: MappingDraft, column: string, field: string): MappingDraft {
  const rest = Object.entries(draft.columns).filter(([name, held]) => name !== column && held !== field);
  return { ...draft, columns: { ...Object.fromEntries(rest), ...(field === "" ? {} : { [column]: field }) } };
}
