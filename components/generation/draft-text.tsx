import { Callout } from "#components/ui/callout.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { DiffView } from "#components/ui/diff-view.tsx";
import type { GenerationDetail } from "#lib/generation/schema.ts";

/** The draft: against the present memory while that can still be decided, else as it is. */
export function DraftText({ draft }: { draft: GenerationDetail }) {
  const { before, after, baseVersion, currentVersion } = draft;
  if (!before) {
    return (
      <Card title={draft.state === "pending" ? "A new memory" : "The draft"}>
        <CodeBlock code={after} label="draft" wrap />
      </Card>
    );
  }
  const edited = draft.state === "pending" && baseVersion !== currentVersion;
  return (
    <Card title="Current memory and draft" description={`Compared with revision ${currentVersion}.`}>
      {edited ? (
        <Callout tone="warn" title={`Edited since: revision ${currentVersion}, not ${baseVersion}`}>
          <p>The memory changed after this draft was requested. Accepting replaces the newer text too.</p>
        </Callout>
      ) : null}
      <DiffView before={before} after={after} label="Current memory against draft" />
    </Card>
  );
}
