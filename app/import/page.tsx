import { ImportWorkbench } from "#components/imports/import-workbench.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";

export const metadata = { title: "Import" };

export default function ImportPage() {
  return (
    <PageBody>
      <PageHeader
        title="Import"
        purpose="Bring in memories and runs: first see what would change, then write it. Importing the same again changes nothing."
      />
      <ImportWorkbench />
    </PageBody>
  );
}
