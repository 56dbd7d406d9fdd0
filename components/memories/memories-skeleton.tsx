import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

/** The place of the table of memories while it loads. */
export function MemoriesSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-5 lg:grid-cols-[12.5rem_minmax(0,1fr)]">
      <div className="hidden flex-col gap-2 lg:flex">
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
          <Skeleton key={key} className="h-5" />
        ))}
      </div>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-72 max-w-full" />
        <div className="rounded-lg border border-line bg-surface">
          <SkeletonRows rows={14} label="Loading the memories" />
        </div>
      </div>
    </div>
  );
}
