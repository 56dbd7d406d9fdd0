"use client";
import { ChevronDown } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
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
    label: "Among another benchmark",
    hint: "Memories whose nearest neighbors of the same type are from one other benchmark: possibly mislabeled.",
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

/** Ways to the memories worth a look. */
export function MapPresets({ onAsk }: { onAsk: (view: Partial<MapSearchParams>) => void }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="small">
          Look for
          <ChevronDown aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-80">
        {questions.map(({ label, hint, view }) => (
          <DropdownMenuItem key={label} onSelect={() => onAsk(view)} className="flex-col items-start gap-0">
            {label}
            <span className="text-xs text-muted">{hint}</span>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
