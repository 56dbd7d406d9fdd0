import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { NearMemory, RetrievalPreview } from "#lib/retrieval/schema.ts";
import { SimilarityBar } from "./similarity-bar.tsx";

/** What the agent would not see: counts by reason, and the nearest of them. */
export function LeftOut({ preview }: { preview: RetrievalPreview }) {
  const { counts, leftOut, results } = preview;
  const last = results.length > 0 ? Math.min(...results.map((memory) => memory.similarity)) : null;
  const nearer = last === null ? 0 : leftOut.filter((memory) => (memory.similarity ?? -2) > last).length;
  return (
    <Card
      title={`Left out (${(counts.total - counts.eligible).toLocaleString("en")} of ${counts.total.toLocaleString("en")} memories)`}
      description="Each memory is counted once, by the first reason that holds."
      flush
    >
      {counts.excluded.length === 0 ? (
        <p className="px-4 pb-4 text-muted">Nothing: every memory of the pool was eligible.</p>
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
            The nearest of them{nearer > 0 ? `; ${nearer} nearer than the last memory shown` : ""}.
          </p>
          <NearTable rows={leftOut} last={last} results={results.length} />
        </>
      ) : null}
    </Card>
  );
}

type NearTableProps = {
  rows: readonly NearMemory[];
  /** Similarity of the farthest memory shown, and how many are shown. */
  last: number | null;
  results: number;
};

function NearTable({ rows, last, results }: NearTableProps) {
  return (
    <Table label="Nearest memories left out">
      <TableHead>
        <tr>
          <TableHeaderCell>Similarity</TableHeaderCell>
          <TableHeaderCell>Memory</TableHeaderCell>
          <TableHeaderCell>Why left out</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((memory) => (
          <TableRow key={memory.memoryId}>
            <TableCell>
              <SimilarityBar similarity={memory.similarity} />
              {last !== null && (memory.similarity ?? -2) > last ? (
                <span className="block text-xs text-muted">nearer than item {results}</span>
              ) : null}
            </TableCell>
            <TableCell className="min-w-52">
              <Link
                href={`/memories/${memory.memoryId}`}
                className="line-clamp-2 text-accent underline underline-offset-2 wrap-anywhere"
              >
                {memory.title}
              </Link>
              <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1">
                <BenchmarkMark name={memory.benchmark} />
                <TypeBadge type={memory.type} />
              </span>
            </TableCell>
            <TableCell className="min-w-44">
              <span className="font-medium">{memory.reason}</span>
              <span className="block text-xs text-muted">{memory.because}</span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
