import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What stands where the results will be. */
export function RetrievalGuide({ poolIsEmpty }: { poolIsEmpty: boolean }) {
  if (poolIsEmpty) {
    return (
      <EmptyState
        title="The pool is empty"
        command="npx carryover import ./memories"
        actions={
          <Button asChild>
            <Link href="/import">Import in the browser</Link>
          </Button>
        }
      >
        Import memories first; they are embedded in the background, and can be retrieved when that is done.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Preview a retrieval"
      command={'npx carryover retrieve --query "make the failing test pass" --type insight --k 3'}
    >
      Choose a task, or describe one in your own words, and press Preview. The command line and agents get the
      same answer.
    </EmptyState>
  );
}
