import Link from "next/link";
import type { ReactNode } from "react";
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
      DBI and LISI are measured on vectors. New memories are embedded in the background: check under Jobs that
      it is running, or start it in Settings.
    </EmptyState>
  );
}

/** There are vectors, and nobody has measured these. */
export function NotMeasured({ command, action }: { command: string; action: ReactNode }) {
  return (
    <EmptyState title="Not measured yet" command={command} actions={action}>
      DBI and LISI say how mixed the labels are among the memories of each type, compared with shuffled
      labels. Measuring takes seconds for hundreds of memories and minutes for many thousands. Every
      measurement is kept, so the next one shows what your curation changed.
    </EmptyState>
  );
}
