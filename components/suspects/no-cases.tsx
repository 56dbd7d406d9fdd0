import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** A candidate of which nobody knows what it was shown. */
export function NoRetrievals({ unlinked }: { unlinked: number }) {
  return (
    <EmptyState
      title="No retrievals to attribute"
      command={
        unlinked > 0
          ? "npx carryover import ./pool"
          : "npx carryover import ./jobs --arm memory --run candidate"
      }
    >
      {unlinked > 0
        ? `The candidate's log shows ${unlinked} memories, but none of them is in the pool. Import the pool it used.`
        : "The candidate has no recorded retrievals. Import the agent's log with the run: it holds what was retrieved."}
    </EmptyState>
  );
}

/** No two runs to compare at all. */
export function NoRunPair() {
  return (
    <EmptyState
      title="No run with memory to look into"
      command={
        "npx carryover import ./jobs-without --arm zero-shot --run baseline\nnpx carryover import ./jobs-with --arm memory --run candidate"
      }
      actions={
        <Button asChild variant="primary">
          <Link href="/import">Import runs</Link>
        </Button>
      }
    >
      A suspect needs a run with memory and a zero-shot run of the same tasks, with the retrievals of each
      trial.
    </EmptyState>
  );
}
