import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StartJobButton } from "./start-job-button.tsx";

type EmptyMapProps = { memoryCount: number; hasSpace: boolean; activeJobId: string | null };

/** No map yet: which step is the next depends on what is there. */
export function EmptyMap({ memoryCount, hasSpace, activeJobId }: EmptyMapProps) {
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
        A map needs memories. Import your own, or load the demo pool on the overview.
      </EmptyState>
    );
  }
  if (!hasSpace) {
    return (
      <EmptyState
        title="Nothing is embedded yet"
        actions={
          <Button asChild variant="primary">
            <Link href="/settings">Embed in Settings</Link>
          </Button>
        }
      >
        A map lays out vectors. New memories are embedded in the background: check under Jobs that it is
        running, or start it in Settings.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No map has been computed yet"
      command="npx carryover project --type all"
      actions={
        <StartJobButton kind="project" activeJobId={activeJobId} variant="primary">
          Compute the maps
        </StartJobButton>
      }
    >
      One layout of each type and one of all together (UMAP, seeded, stored). It takes seconds for hundreds of
      memories and minutes for many thousands.
    </EmptyState>
  );
}
