import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { LoadDemoButton } from "./load-demo-button.tsx";

/** The first page anyone sees: two ways to go on. */
export function EmptyPool({ demoJobId }: { demoJobId: string | null }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card
        title="Look around with the synthetic demo pool"
        description="Generated from a seed, and marked synthetic on every page: ten benchmarks, four types of memory, runs with and without them."
      >
        <p className="text-muted">
          Good for a tour: a few harmful, stale and mislabeled memories are planted in it for you to find. It
          needs no key and no network.
        </p>
        <LoadDemoButton activeJobId={demoJobId} />
        <CodeBlock code="npm start -- --demo" label="command" />
      </Card>
      <Card
        title="Import your own runs and memories"
        description="Files are recognized by what they hold: memory pools, Harbor and MTL jobs, mini-swe-agent, ATIF, Terminal-Bench, SWE-bench reports."
      >
        <p className="text-muted">
          A dry run first shows what would be created, changed, left alone or rejected, and writes nothing.
        </p>
        <div>
          <Button asChild variant="primary">
            <Link href="/import">Import files</Link>
          </Button>
        </div>
        <CodeBlock label="command" code={"npx carryover import PATH --dry-run\nnpx carryover import PATH"} />
      </Card>
    </div>
  );
}
