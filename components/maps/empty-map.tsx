import { EmptyPool, NothingEmbedded } from "#components/memories/nothing-yet.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StartJobButton } from "./start-job-button.tsx";

type EmptyMapProps = { memoryCount: number; hasSpace: boolean; activeJobId: string | null };

/** No map yet: which step is the next depends on what is there. */
export function EmptyMap({ memoryCount, hasSpace, activeJobId }: EmptyMapProps) {
  if (memoryCount === 0) return <EmptyPool>A map needs memories.</EmptyPool>;
  if (!hasSpace) return <NothingEmbedded>A map lays out vectors.</NothingEmbedded>;
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
