/** Classes shared by everything that floats above the page. */
export const overlayStyles = "fixed inset-0 z-40 bg-black/45";
export const panelStyles = "z-50 border border-line bg-surface text-foreground shadow-raised";
export const menuStyles = `${panelStyles} min-w-40 max-h-(--radix-popper-available-height) overflow-y-auto rounded-md p-1`;
export const menuItemStyles =
  "flex min-h-7 cursor-default items-center gap-2 rounded px-2 py-1 text-sm outline-none select-none data-highlighted:bg-accent-soft data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";
