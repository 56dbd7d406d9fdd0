"use client";
import { X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { filterQuery } from "#lib/memories/search-params.ts";
import { type CurationKind, curations } from "./curation.ts";
import { ExportMenu } from "./export-menu.tsx";
import { countMemoriesInWords } from "./format-day.ts";

type BulkBarProps = {
  /** Picked one by one; empty hides the bar unless everything is picked. */
  ids: readonly string[];
  /** Everything the filter holds is picked, on all pages. */
  whole: boolean;
  /** How many the filter holds. */
  total: number;
  /** The filter as a query string. */
  query: string;
  onWhole: () => void;
  onClear: () => void;
  onCurate: (kind: CurationKind) => void;
};

const kinds: CurationKind[] = ["deprecate", "restore", "promote", "validity", "tag"];

/** What can be done with the selection; says how many that are. */
export function BulkBar({ ids, whole, total, query, onWhole, onClear, onCurate }: BulkBarProps) {
  const count = whole ? total : ids.length;
  if (count === 0) return null;
  const exported = whole ? query : filterQuery({ ids: [...ids] });
  return (
    <section
      aria-label="Selection"
      className="flex flex-wrap items-center gap-2 rounded-md border border-accent/40 bg-accent-soft px-3 py-1.5 text-sm"
    >
      <span className="font-medium" aria-live="polite">
        {countMemoriesInWords(count)} selected
      </span>
      {!whole && total > ids.length ? (
        <Button variant="link" size="small" onClick={onWhole}>
          Select all {total.toLocaleString("en")} that match
        </Button>
      ) : null}
      <div className="flex flex-wrap gap-1.5 sm:ml-auto">
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            variant={kind === "deprecate" ? "danger" : "secondary"}
            onClick={() => onCurate(kind)}
          >
            {curations[kind].label}
          </Button>
        ))}
        <ExportMenu query={exported} count={count} size="small" />
        <IconButton label="Clear the selection" size="small" onClick={onClear}>
          <X aria-hidden />
        </IconButton>
      </div>
    </section>
  );
}
