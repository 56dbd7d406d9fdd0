import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="w-96 max-w-full" />
      </div>
      <div className="rounded-lg border border-line bg-surface">
        <SkeletonRows rows={10} label="Loading the page" />
      </div>
    </div>
  );
}
