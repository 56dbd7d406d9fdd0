import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** There is no memory. `children` say what they are needed for. */
export function EmptyPool({ children }: { children: ReactNode }) {
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
      {children} Import your own, or load the demo pool on the overview.
    </EmptyState>
  );
}

/** There are memories without vectors. `children` say what those are needed for. */
export function NothingEmbedded({ children }: { children: ReactNode }) {
  return (
    <EmptyState
      title="Nothing is embedded yet"
      actions={
        <Button asChild variant="primary">
          <Link href="/settings">Embed in Settings</Link>
        </Button>
      }
    >
      {children} New memories are embedded by a job in the background: look under Jobs whether it runs, or
      start it in Settings.
    </EmptyState>
  );
}
