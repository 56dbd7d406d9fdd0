"use client";
import { Maximize2, Minimize2 } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { layoutWarning } from "./layout-warning.ts";
import type { MapLoad } from "./use-maps.ts";

type MapPanelProps = {
  summary: ProjectionSummary;
  load: MapLoad | undefined;
  large?: boolean;
  /** Left out = it can't be enlarged. */
  onLargeChange?: (large: boolean) => void;
  onRetry: () => void;
  /** The map itself, drawn when it is there. */
  children: ReactNode;
};

/** One map to the edges of its place, and over its corners what it is of and the way to see it large. */
export function MapPanel({ summary, load, large = false, onLargeChange, onRetry, children }: MapPanelProps) {
  const title = summary.type === "all" ? "All types" : summary.type[0]?.toUpperCase() + summary.type.slice(1);
  const warning = layoutWarning(summary);
  return (
    <section
      className={cn("relative min-w-0 bg-surface lg:min-h-0", large ? "max-lg:h-[65dvh]" : "max-lg:h-64")}
      aria-label={`${title} map`}
    >
      {load === undefined || load.state === "loading" ? (
        <div role="status" className="h-full">
          <span className="sr-only">Loading the map</span>
          <Skeleton className="h-full" />
        </div>
      ) : load.state === "failed" ? (
        <ErrorNotice
          className="m-8"
          title="The map could not be loaded"
          message={load.message}
          actions={<Button onClick={onRetry}>Try again</Button>}
        />
      ) : (
        children
      )}
      <header className="pointer-events-none absolute inset-x-1 top-1 flex items-start justify-between">
        <h2 className="flex items-center gap-x-1.5 rounded bg-surface/85 px-1.5 text-xs leading-6 font-semibold">
          {title}
          <span className="font-normal text-muted">{summary.n.toLocaleString("en")}</span>
          {summary.current ? null : <Badge tone="warn">out of date</Badge>}
          {warning ? (
            <Badge tone="warn" className="pointer-events-auto" title={warning}>
              poor layout
            </Badge>
          ) : null}
        </h2>
        {onLargeChange ? (
          <IconButton
            size="small"
            className="pointer-events-auto bg-surface/85"
            label={large ? "Show all maps" : `Enlarge ${title}`}
            onClick={() => onLargeChange(!large)}
          >
            {large ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
          </IconButton>
        ) : null}
      </header>
    </section>
  );
}
