import { cn } from "./class-names.ts";

/** A gray place for what is loading. Say in words beside it (sr-only) what is awaited. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden data-slot="skeleton" className={cn("h-4 animate-pulse rounded bg-sunken", className)} />
  );
}

/** Lines of a table or list that is loading. */
export function SkeletonRows({ rows = 8, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="flex flex-col gap-2 p-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never reorder.
        <Skeleton key={index} className={index % 3 === 2 ? "w-4/5" : "w-full"} />
      ))}
    </div>
  );
}
