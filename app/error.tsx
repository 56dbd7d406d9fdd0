"use client";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { timeLimitDigest } from "#lib/shared/time-limit.ts";

/** Anything unexpected: said plainly, with a way to try again and to find the cause. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  if (error.digest === timeLimitDigest) return <TookTooLong retry={retry} />;
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold">This page could not be shown</h1>
      <ErrorNotice
        title="Something went wrong"
        message="Nothing was changed. Try again. If it happens again, the command below checks the database, the queue and the disk, and says how to fix them."
        actions={<Button onClick={() => retry()}>Try again</Button>}
      />
      <CodeBlock code="npx carryover doctor" label="command" />
      {error.digest ? (
        <p className="text-xs text-muted">Reference in the server log: {error.digest}</p>
      ) : null}
    </div>
  );
}

function TookTooLong({ retry }: { retry: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold">This page took too long</h1>
      <ErrorNotice
        title="It was stopped after a minute"
        message="Nothing was changed. A large job may be running: see Jobs. Try again when it is done, or narrow the filter."
        actions={<Button onClick={() => retry()}>Try again</Button>}
      />
    </div>
  );
}
