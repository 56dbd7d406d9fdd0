import type { ReactNode } from "react";
import { MapViews, type MapViewsProps } from "./map-views.tsx";

type WorkbenchFrameProps = MapViewsProps & {
  /** What is known of the maps themselves, behind a button beside the title. */
  about: ReactNode;
  /** The controls of the view, in one line with the choice of view. */
  tools: ReactNode;
  children: ReactNode;
};

/** A view of the map that fills the window: one line of controls, and the work below it. Only narrow windows scroll. */
export function WorkbenchFrame({ about, tools, children, ...views }: WorkbenchFrameProps) {
  return (
    // The page's margins are taken back; 2.75rem is the height of the bar above.
    <div className="relative -mx-2 -mt-2 -mb-4 flex min-w-0 flex-col overflow-clip sm:-mx-4 lg:h-[calc(100dvh-2.75rem)]">
      <header className="relative flex h-8 shrink-0 items-center gap-1.5 overflow-x-auto overflow-y-hidden border-b border-line bg-surface px-2 text-xs">
        <h1 className="text-sm font-semibold">Map</h1>
        {about}
        <MapViews {...views} />
        {tools}
      </header>
      {children}
    </div>
  );
}
