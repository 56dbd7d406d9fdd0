import Link from "next/link";
import { PageBody } from "#components/shell/page-body.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function MemoryNotFound() {
  return (
    <PageBody>
      <h1 className="text-xl font-semibold">Memory not found</h1>
      <EmptyState
        title="This pool has no memory with that ID"
        actions={
          <Button asChild variant="primary">
            <Link href="/memories">Browse memories</Link>
          </Button>
        }
      >
        Memories are never deleted here, so the link is mistyped or belongs to another pool.
      </EmptyState>
    </PageBody>
  );
}
