"use client";
import { CircleHelp, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { layoutWarning } from "./layout-warning.ts";
import { mapFacts } from "./map-facts.ts";
import { typeName } from "./type-mark.ts";

type MapAboutProps = {
  purpose: string;
  summaries?: readonly ProjectionSummary[];
  /** What to do about maps that are out of date, and the way to make them anew. */
  children?: ReactNode;
};

/** What the view is for, how its maps were made, and whether they are still of now. */
export function MapAbout({ purpose, summaries = [], children }: MapAboutProps) {
  const stale = summaries.filter(({ current }) => !current).length;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          size="small"
          variant="ghost"
          aria-label={stale > 0 ? `About these maps: ${stale} out of date` : "About this page"}
          className={stale > 0 ? "text-warn" : "px-1 text-muted"}
        >
          {stale > 0 ? <TriangleAlert aria-hidden /> : <CircleHelp aria-hidden />}
          {stale > 0 ? `${stale} out of date` : null}
        </Button>
      </PopoverTrigger>
      <PopoverContent className="flex max-h-[80dvh] w-96 flex-col gap-2 overflow-y-auto text-sm">
        <p>{purpose}</p>
        {summaries.map((summary) => (
          <p key={summary.id} className="text-xs text-muted">
            <b className="font-medium text-foreground first-letter:uppercase">{typeName(summary.type)}</b>:{" "}
            {mapFacts(summary).join(" · ")}
            {layoutWarning(summary) ? (
              <span className="block text-warn">{layoutWarning(summary)}</span>
            ) : null}
          </p>
        ))}
        {children}
      </PopoverContent>
    </Popover>
  );
}
