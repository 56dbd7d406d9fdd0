import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Nothing can be measured yet: which step is the next depends on what is there. */
export function EmptyAbstraction({ memoryCount }: { memoryCount: number }) {
  if (memoryCount === 0) {
    return (
      <EmptyState
        title="The pool is empty"
        command="npx carryover import PATH"
        actions={
          <Button asChild variant="primary">
            <Link href="/import">Import files</Link>
          </Button>
        }
      >
        Abstraction is measured over memories of several benchmarks. Import your own, or load the demo pool on
        the overview.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing is embedded yet"
      actions={
        <Button asChild variant="primary">
          <Link href="/settings">Embed in Settings</Link>
        </Button>
      }
    >
      DBI and LISI are measured on vectors. New memories are embedded by a job in the background: look under
      Jobs whether it runs, or start it in Settings.
    </EmptyState>
  );
}
