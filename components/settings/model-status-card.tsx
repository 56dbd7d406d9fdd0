import { Badge } from "#components/ui/badge.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import type { ModelStatus } from "#lib/settings/schema.ts";

const example = `OPENAI_API_KEY=sk-...
# or a compatible server of your own:
OPENAI_BASE_URL=http://127.0.0.1:11434/v1
CARRYOVER_CHAT_MODEL=qwen3-coder
CARRYOVER_EMBEDDING_MODEL=nomic-embed-text`;

/** Which models can be asked, and what to set otherwise. The key itself is never shown. */
export function ModelStatusCard({ status }: { status: ModelStatus }) {
  return (
    <Card
      title="Models"
      description="Read from the environment or .env at startup. The key is used by the server only and never shown."
    >
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        <Fact name="OPENAI_API_KEY">
          {status.hasKey ? <Badge tone="good">set</Badge> : <Badge tone="muted">not set</Badge>}
        </Fact>
        <Fact name="Server">{status.server ?? "none"}</Fact>
        <Fact name="Chat model">{status.chatModel}</Fact>
        <Fact name="Embedding model">{status.embeddingModel}</Fact>
      </dl>
      {status.missing ? (
        <>
          <Callout tone="warn" title="Regenerate, rerank and semantic embeddings are off">
            <p>{status.missing}</p>
          </Callout>
          <CodeBlock code={example} label=".env example" />
        </>
      ) : null}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
