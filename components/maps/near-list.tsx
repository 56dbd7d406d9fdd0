"use client";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { Near } from "./use-near.ts";

type NearListProps = {
  label: string;
  near: Near;
  /** Said when there is none. */
  none: string;
  onChoose: (id: string) => void;
};

/** The nearest of a memory or of a query, the nearest first; each can be looked at in its turn. */
export function NearList({ label, near, none, onChoose }: NearListProps) {
  if (near.state === "none") return null;
  if (near.state === "failed") return <ErrorNotice message={near.message} />;
  if (near.state === "loading") return <SkeletonRows rows={3} label="Finding the nearest" />;
  if (near.rows.length === 0) return <p className="text-xs text-muted">{none}</p>;
  return (
    <>
      {near.notes.map((note) => (
        <p key={note} className="text-xs text-muted">
          {note}
        </p>
      ))}
      <ol aria-label={label} className="flex min-w-0 flex-col text-xs">
        {near.rows.map((row) => (
          <li key={row.id} className="flex min-w-0 items-center gap-1.5">
            <span className="tabular-nums text-muted" title="Cosine similarity">
              {row.similarity.toFixed(3)}
            </span>
            <button
              type="button"
              title={row.title}
              className="link min-h-6 min-w-0 flex-1 truncate text-left"
              onClick={() => onChoose(row.id)}
            >
              {row.title}
            </button>
            <span className="max-w-24 truncate" title={`${row.type}, ${row.benchmark}`}>
              <BenchmarkMark name={row.benchmark} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
