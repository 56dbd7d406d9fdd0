import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { RetrievalPreview } from "#lib/retrieval/schema.ts";
import { LeftOutTable } from "./left-out-table.tsx";

/** What the agent would not see: counts by reason, and the nearest of them. */
export function LeftOut({ preview }: { preview: RetrievalPreview }) {
  const { counts, leftOut, results } = preview;
  const last = results.length > 0 ? Math.min(...results.map((memory) => memory.similarity)) : null;
  const nearer = last === null ? 0 : leftOut.filter((memory) => (memory.similarity ?? -2) > last).length;
  return (
    <Card
      title={`Left out (${(counts.total - counts.eligible).toLocaleString("en")} of ${counts.total.toLocaleString("en")} memories)`}
      description="Each memory is counted once, by the first reason that applies."
      flush
    >
      {counts.excluded.length === 0 ? (
        <p className="px-4 pb-4 text-muted">None: every memory in the pool was eligible.</p>
      ) : (
        <ul className="flex flex-wrap gap-2 px-4" aria-label="Left out by cause">
          {counts.excluded.map(({ reason, count }) => (
            <li key={reason}>
              <Badge>
                {reason}: {count.toLocaleString("en")}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 ? (
        <>
          <p className="px-4 text-xs text-muted">
            Nearest of them{nearer > 0 ? `; ${nearer} nearer than the last memory shown` : ""}.
          </p>
          <LeftOutTable rows={leftOut} last={last} results={results.length} />
        </>
      ) : null}
    </Card>
  );
}
