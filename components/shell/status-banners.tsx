import Link from "next/link";
import { Callout } from "#components/ui/callout.tsx";
import type { ShellStatus } from "#lib/overview/schema.ts";

/** What must be known on every page: where the numbers come from, and what is missing. */
export function StatusBanners({ status }: { status: ShellStatus | null }) {
  if (!status) {
    return (
      <Callout tone="bad" title="The database does not answer.">
        <p>
          Run <code className="font-mono text-xs">npx carryover doctor</code> to see what is wrong and how to
          mend it. Nothing shown below is complete.
        </p>
      </Callout>
    );
  }
  const lexical = !status.hasKey || status.space?.provider === "lexical";
  if (!status.hasSynthetic && !(lexical && status.memoryCount > 0)) return null;
  return (
    <div className="flex flex-wrap gap-2 *:grow *:basis-72 *:py-1.5 *:text-xs">
      {status.hasSynthetic ? (
        <Callout tone="warn">
          <p>
            <strong>Synthetic data.</strong> Generated memories and runs: the numbers say nothing about any
            agent.
          </p>
        </Callout>
      ) : null}
      {lexical && status.memoryCount > 0 ? (
        <Callout>
          <p>
            <strong>Lexical space.</strong> {status.hasKey ? "" : "No OPENAI_API_KEY is set: "}
            {status.hasKey ? "Search" : "search"}, retrieval and maps compare words, not meaning.{" "}
            <Link href="/settings" className="link">
              Settings
            </Link>
          </p>
        </Callout>
      ) : null}
    </div>
  );
}
