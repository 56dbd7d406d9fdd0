import { Skeleton } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <div role="status" className="flex flex-col gap-4 p-5">
      <span className="sr-only">Loading the measurements</span>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-96" />
    </div>
  );
}
