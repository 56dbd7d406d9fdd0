import { PageBody } from "#components/shell/page-body.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <PageBody>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-6 w-96 max-w-full" />
        <Skeleton className="w-64 max-w-full" />
      </div>
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="rounded-lg border border-line bg-surface">
          <SkeletonRows rows={10} label="Loading the memory" />
        </div>
        <div className="rounded-lg border border-line bg-surface">
          <SkeletonRows rows={6} label="Loading its neighbors" />
        </div>
      </div>
    </PageBody>
  );
}
