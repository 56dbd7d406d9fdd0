import { Callout } from "#components/ui/callout.tsx";

/** Stands above every page while the database does not answer. */
export function DatabaseNotice() {
  return (
    <Callout tone="bad" title="The database does not answer.">
      <p>
        Run <code className="font-mono text-xs">npx carryover doctor</code> to see what is wrong and how to
        fix it. What is shown below is incomplete.
      </p>
    </Callout>
  );
}
