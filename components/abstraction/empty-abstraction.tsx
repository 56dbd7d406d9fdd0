import type { ReactNode } from "react";
import { EmptyPool, NothingEmbedded } from "#components/memories/nothing-yet.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Nothing can be measured yet: which step is the next depends on what is there. */
export function EmptyAbstraction({ memoryCount }: { memoryCount: number }) {
  if (memoryCount === 0) {
    return <EmptyPool>Abstraction is measured over memories of several benchmarks.</EmptyPool>;
  }
  return <NothingEmbedded>DBI and LISI are measured on vectors.</NothingEmbedded>;
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
