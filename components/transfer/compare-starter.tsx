import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type Props = {
  runCount: number;
  /** Newest memory run and its baseline, as a link. */
  latest: { href: string; base: string; candidate: string } | null;
};

/** What /compare shows before two runs are chosen. */
export function CompareStarter({ runCount, latest }: Props) {
  if (runCount < 2) {
    return (
      <EmptyState
        title="A comparison takes two runs"
        command={
          "npx carryover import ./jobs-without --arm zero-shot --run baseline\nnpx carryover import ./jobs-with --arm memory --run candidate"
        }
        actions={
          <Button asChild>
            <Link href="/import">Import in the browser</Link>
          </Button>
        }
      >
        Import a run without memory and one with memory over the same tasks. They are paired by benchmark,
        task name and checksum.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Choose a baseline and a candidate"
      actions={
        latest ? (
          <Button asChild variant="primary" className="h-auto min-h-8 max-w-full py-1 whitespace-normal">
            <Link href={latest.href}>
              Compare {latest.candidate} to {latest.base}
            </Link>
          </Button>
        ) : undefined
      }
    >
      The baseline is the run without memory, the candidate the run with it. Every number is over the tasks
      that both attempted.
    </EmptyState>
  );
}
