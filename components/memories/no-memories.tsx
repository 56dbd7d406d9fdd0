import Link from "next/link";
import { LoadDemoButton } from "#components/overview/load-demo-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** The pool is empty: how to fill it. */
export function NoMemories() {
  return (
    <EmptyState
      title="The pool is empty"
      command="npx carryover import ./memories --dry-run"
      actions={
        <>
          <Button asChild>
            <Link href="/import">Import memories</Link>
          </Button>
          <LoadDemoButton activeJobId={null} />
        </>
      }
    >
      Import a folder of memories or runs: carryover-memory/1, MTL pools, ReMe, ACE playbooks, skillbooks and
      ReasoningBank rows are recognized by their content. The dry run shows what would be imported before
      anything is written. To look around first, start with <code>npm start -- --demo</code>.
    </EmptyState>
  );
}
