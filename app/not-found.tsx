import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-xl font-semibold">Not found</h1>
      <EmptyState
        title="There is no page at this address"
        actions={
          <>
            <Button asChild variant="primary">
              <Link href="/">Go to the overview</Link>
            </Button>
            <Button asChild>
              <Link href="/memories">Browse memories</Link>
            </Button>
          </>
        }
      >
        The link may be mistyped, or what it names was never imported here. Memories are deprecated, never
        deleted: one that was here keeps its ID.
      </EmptyState>
    </div>
  );
}
