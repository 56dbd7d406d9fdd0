import { ImportWorkbench } from "#components/imports/import-workbench.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";

export const metadata = { title: "Import" };

export default function ImportPage() {
  return (
    <PageBody>
      <PageHeader
        title="Import"
        purpose="Import memories and runs: preview the changes, then apply them. Importing the same files again changes nothing."
      />
      <ImportWorkbench />
    </PageBody>
  );
}
