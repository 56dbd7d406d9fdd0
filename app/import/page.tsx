import { ImportWorkbench } from "#components/imports/import-workbench.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";

export const metadata = { title: "Import" };

export default function ImportPage() {
  return (
    <PageBody>
      <PageHeader
        title="Import"
        purpose="Bring in memories and runs: first see what would change, then write it. Importing the same again changes nothing."
      />
      <ImportWorkbench />
      <div className="flex max-w-xl flex-col gap-1">
        <p className="text-muted">The same on the command line:</p>
        <CodeBlock code="npx carryover import ./outputs --dry-run" label="command" />
      </div>
    </PageBody>
  );
}
