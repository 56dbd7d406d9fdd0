import { MemoriesSkeleton } from "#components/memories/memories-skeleton.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <PageBody>
      <Skeleton className="h-6 w-48" />
      <MemoriesSkeleton />
    </PageBody>
  );
}
