import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";

export default function OverviewPage() {
  return (
    <PageBody>
      <PageHeader title="Overview" purpose="What is in the pool, how it did, and what needs attention." />
    </PageBody>
  );
}
