"use client";
import Link from "next/link";
import { useState } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { Near } from "./use-near.ts";

type NearPanelProps = {
  /** The query of the address; "" = none. */
  query: string;
  onQueryChange: (query: string) => void;
  /** One selected memory, whose neighbors these are when there is no query. */
  ofMemory: boolean;
  near: Near;
  onSelect: (ids: string[]) => void;
};

/** A query's or a memory's nearest, with similarities; on the maps they are linked. */
export function NearPanel({ query, onQueryChange, ofMemory, near, onSelect }: NearPanelProps) {
  const [typed, setTyped] = useState(query);
  return (
    <Card
      title="Nearest"
      description="Type what an agent would ask, or select one memory: its nearest by cosine similarity are linked on the maps. A query lies at the weighted mean of its nearest: an estimate, not a projection."
    >
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          onQueryChange(typed.trim());
        }}
      >
        <Field label="Query" className="min-w-48 flex-1">
          <Input value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary">
          Place the query
        </Button>
        {query ? (
          <Button
            onClick={() => {
              setTyped("");
              onQueryChange("");
            }}
          >
            Remove it
          </Button>
        ) : null}
      </form>
      {near.state === "failed" ? <ErrorNotice message={near.message} /> : null}
      {near.state === "loading" ? <SkeletonRows rows={3} label="Looking for the nearest" /> : null}
      {near.state === "ready" ? (
        <>
          {near.notes.map((note) => (
            <p key={note} className="text-xs text-muted">
              {note}
            </p>
          ))}
          {near.rows.length === 0 ? (
            <p className="text-sm text-muted">
              {ofMemory
                ? "This memory has no up-to-date vector in the active space."
                : "No memory may be served."}
            </p>
          ) : (
            <NearTable near={near} label={query ? "Retrieved for the query" : "Nearest to the memory"} />
          )}
          {near.rows.length > 0 ? (
            <Button
              size="small"
              className="self-start"
              onClick={() => onSelect(near.rows.map(({ id }) => id))}
            >
              Select these {near.rows.length}
            </Button>
          ) : null}
        </>
      ) : null}
    </Card>
  );
}

function NearTable({ near, label }: { near: Extract<Near, { state: "ready" }>; label: string }) {
  return (
    <Table label={label}>
      <TableHead>
        <tr>
          <TableHeaderCell numeric>#</TableHeaderCell>
          <TableHeaderCell numeric>similarity</TableHeaderCell>
          <TableHeaderCell>Memory</TableHeaderCell>
          <TableHeaderCell>Type</TableHeaderCell>
          <TableHeaderCell>Benchmark</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {near.rows.map((row, index) => (
          <TableRow key={row.id}>
            <TableCell numeric>{index + 1}</TableCell>
            <TableCell numeric>{row.similarity.toFixed(3)}</TableCell>
            <TableCell className="min-w-56">
              <Link href={`/memories/${row.id}`} className="link line-clamp-2 wrap-anywhere">
                {row.title}
              </Link>
            </TableCell>
            <TableCell>
              <TypeBadge type={row.type} />
            </TableCell>
            <TableCell>
              <BenchmarkMark name={row.benchmark} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
