"use client";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { verdictNames } from "#lib/maps/map-measures.ts";
import type { MapSearchParams } from "#lib/maps/map-search-params.ts";

type Question = { label: string; hint: string; view: Partial<MapSearchParams> };

/** Where a curator looks first. Each is a view like any other: color, size and one range. */
const questions: readonly Question[] = [
  {
    label: "Loses tasks",
    hint: "Memories that are harmful at q ≤ .05, and those that are suspected.",
    view: {
      color: "effect",
      size: "retrievals",
      off: (["unclear", "helpful", "few", "notShown"] as const).map((verdict) => ({
        category: "verdict",
        name: verdictNames[verdict],
      })),
      range: [],
    },
  },
  {
    label: "Lives among another benchmark",
    hint: "Memories whose nearest of the same type are of one other benchmark: perhaps mislabeled.",
    view: {
      color: "foreignNeighbors",
      off: [],
      range: [{ measure: "foreignNeighbors", low: 0.4, high: Infinity }],
    },
  },
  {
    label: "Too specific",
    hint: "Memories that break a lint rule, for example insights that name files.",
    view: { color: "lintFindings", off: [], range: [{ measure: "lintFindings", low: 1, high: Infinity }] },
  },
  {
    label: "Never retrieved",
    hint: "Memories that no trial was shown.",
    view: { color: "benchmark", off: [], range: [{ measure: "retrievals", low: 0, high: 0 }] },
  },
];

/** Ways to the memories worth a look, and under them what the runs can tell. */
export function MapQuestions({
  onAsk,
  note,
}: {
  onAsk: (view: Partial<MapSearchParams>) => void;
  note: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">Look for</legend>
        <span aria-hidden className="text-muted">
          Look for
        </span>
        {questions.map(({ label, hint, view }) => (
          <Button key={label} size="small" title={hint} onClick={() => onAsk(view)}>
            {label}
          </Button>
        ))}
      </fieldset>
      {note}
    </div>
  );
}
