import Link from "next/link";
import { PageBody } from "#components/shell/page-body.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ComparisonNotFound() {
  return (
    <PageBody>
      <h1 className="text-xl font-semibold">Comparison not found</h1>
      <EmptyState
        title="One of the two runs, or the task, does not exist"
        actions={
          <Button asChild variant="primary">
            <Link href="/compare">Choose two runs</Link>
          </Button>
        }
      >
        It may have been removed since this link was made, or the link belongs to another pool.
      </EmptyState>
    </PageBody>
  );
}
