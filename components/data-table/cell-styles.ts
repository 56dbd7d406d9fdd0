import { cn } from "#components/ui/class-names.ts";
import type { DataTableColumnMeta } from "./features.ts";

/** Where a column stands among those that are shown. */
export type ColumnPlace = { index: number; count: number; selectable: boolean };

/**
 * The styles that head and body share: the first column stays in view at the left (behind the boxes, where there are
 * some), the last at the right where there is room.
 */
export function cellStyles(meta: DataTableColumnMeta | undefined, place: ColumnPlace): string {
  const { index, count, selectable } = place;
  const isBox = selectable && index === 0;
  const isFirst = index === (selectable ? 1 : 0);
  const isLast = index === count - 1 && count > 2;
  return cn(
    "truncate px-2 whitespace-nowrap",
    meta?.numeric && "text-right",
    meta?.grows ? "w-full max-w-0 min-w-36 sm:min-w-56" : "max-w-56",
    (isBox || isFirst) && "sticky z-[1] bg-inherit",
    isBox && "left-0",
    isFirst && (selectable ? "left-8" : "left-0"),
    // Both would leave a narrow window no room for the columns between.
    isLast && "bg-inherit sm:sticky sm:right-0 sm:z-[1]",
    meta?.className,
  );
}
