"use client";
import { Maximize2, Minimize2 } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
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

/** The frame of one map: what it is of, how good the layout is, and the way to see it large. */
export function MapPanel({ summary, load, large = false, onLargeChange, onRetry, children }: MapPanelProps) {
  const title = summary.type === "all" ? "All types" : summary.type[0]?.toUpperCase() + summary.type.slice(1);
  return (
    <section
      className="flex min-w-0 flex-col rounded-lg border border-line bg-surface"
      aria-label={`${title} map`}
    >
      <header className="flex items-center justify-between gap-2 px-3 pt-2">
        <h2 className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          {title}
          <span className="font-normal text-muted">{summary.n.toLocaleString("en")}</span>
          {summary.current ? null : <Badge tone="warn">out of date</Badge>}
        </h2>
        {onLargeChange ? (
          <IconButton
            size="small"
            label={large ? "Show all maps" : `Enlarge ${title}`}
            onClick={() => onLargeChange(!large)}
          >
            {large ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
          </IconButton>
        ) : null}
      </header>
      <div className="p-1.5">
        {load === undefined || load.state === "loading" ? (
          <div role="status" className={large ? "h-[min(36rem,70dvh)]" : "h-64"}>
            <span className="sr-only">Loading the map</span>
            <Skeleton className="h-full" />
          </div>
        ) : load.state === "failed" ? (
          <ErrorNotice
            title="This map did not load"
            message={load.message}
            actions={<Button onClick={onRetry}>Try again</Button>}
          />
        ) : (
          children
        )}
      </div>
      <MapFacts summary={summary} />
    </section>
  );
}

function MapFacts({ summary }: { summary: ProjectionSummary }) {
  const warning = layoutWarning(summary);
  return (
    <div className="px-3 pb-2 text-xs text-muted">
      <p>{mapFacts(summary).join(" · ")}</p>
      {warning ? <p className="text-warn">{warning}</p> : null}
    </div>
  );
}

/** How a layout was made and how good it is, in few words each. */
export function mapFacts({
  algorithm,
  seed,
  params,
  trustworthiness,
  neighborRecall,
}: ProjectionSummary): string[] {
  return [
    `${algorithm}, seed ${seed}`,
    `${String(params["neighbors"] ?? "?")} neighbors`,
    `least distance ${String(params["minDist"] ?? "?")}`,
    ...(trustworthiness === null ? [] : [`trustworthiness ${trustworthiness.toFixed(3)}`]),
    ...(neighborRecall === null ? [] : [`neighbors kept ${(100 * neighborRecall).toFixed(0)} %`]),
  ];
}
