"use client";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { NearList } from "./near-list.tsx";
import type { Near } from "./use-near.ts";

type InspectorRestProps = {
  query: string;
  /** The nearest of the query. */
  near: Near;
  onChoose: (id: string) => void;
  onSelect: (ids: string[]) => void;
  /** What the runs can tell of all memories. */
  effectNote: ReactNode;
};

/** The inspector without a memory: what was retrieved for the query, or how to use the maps. */
export function InspectorRest({ query, near, onChoose, onSelect, effectNote }: InspectorRestProps) {
  if (query) {
    return (
      <section className="flex min-w-0 flex-col gap-1.5 text-sm">
        <h2 className="font-semibold wrap-anywhere">Nearest to “{query}”</h2>
        <p className="text-xs text-muted">
          Placed at the weighted mean of its nearest memories: an estimate, not a projection.
        </p>
        <NearList
          label="Retrieved for the query"
          near={near}
          none="No memory is servable."
          onChoose={onChoose}
        />
        {near.state === "ready" && near.rows.length > 0 ? (
          <Button size="small" className="self-start" onClick={() => onSelect(near.rows.map(({ id }) => id))}>
            Select these {near.rows.length}
          </Button>
        ) : null}
      </section>
    );
  }
  return (
    <section className="flex min-w-0 flex-col gap-1.5 text-sm text-muted">
      <p>Hover over a point to read its memory here; click to keep it.</p>
      <p>Drag to select. Shift adds, Alt removes; x selects one.</p>
      {effectNote}
    </section>
  );
}
