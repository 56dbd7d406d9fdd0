import { Skeleton } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return <Skeleton className="h-96 w-full" />;
}
