"use client";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";

/** A query failed: that is not an empty pool, and nothing was changed. */
export default function MemoriesError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold">The memories could not be read</h1>
      <ErrorNotice
        title="The database did not answer as it should"
        message="The pool is as it was. Try again; if it stays, the command below says what is wrong and how to mend it."
        actions={<Button onClick={() => retry()}>Try again</Button>}
      />
      <CodeBlock code="npx carryover doctor" label="command" />
      {error.digest ? (
        <p className="text-xs text-muted">Reference in the server's log: {error.digest}</p>
      ) : null}
    </div>
  );
}
