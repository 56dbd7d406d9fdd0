import type { ReactNode } from "react";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { RetrievalRow } from "#lib/runs/schema.ts";
import { RetrievedMemory } from "./retrieved-memory.tsx";

type RetrievedMemoriesProps = {
  /** Spoken name: "Memories shown to the candidate". */
  label: string;
  rows: readonly RetrievalRow[];
  now: string;
  /** What is known of a memory, beside the button that deprecates it. */
  said?: (row: RetrievalRow) => ReactNode;
  /** Fragment of a memory's card. */
  cardOf?: (rank: number) => string;
};

/** What a trial was shown, by rank, side by side: its text, and what has become of each memory since. */
export function RetrievedMemories({ label, rows, now, said, cardOf }: RetrievedMemoriesProps) {
  if (rows.length === 0) {
    return (
      <p className="text-xs text-muted">
        No retrieval was recorded for this trial: the run had no memory, or its log does not say.
      </p>
    );
  }
  return (
    <section aria-label={label} className="min-w-0">
      <ScrollRegion label={`${label}, scrolling`} className="overflow-x-auto">
        <ol className="grid auto-cols-[minmax(min(19rem,80vw),1fr)] grid-flow-col gap-2">
          {rows.map((row) => (
            <RetrievedMemory key={row.id} row={row} now={now} said={said?.(row)} id={cardOf?.(row.rank)} />
          ))}
        </ol>
      </ScrollRegion>
    </section>
  );
}
