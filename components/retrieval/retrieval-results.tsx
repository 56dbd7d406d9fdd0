import { Callout } from "#components/ui/callout.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { RetrievalPreview } from "#lib/retrieval/schema.ts";
import { LeftOut } from "./left-out.tsx";
import { RetrievedTable } from "./retrieved-table.tsx";

type Props = { preview: RetrievalPreview; showPolarity: boolean };

/** A preview: the memories, the prompt block, and what was left out. */
export function RetrievalResults({ preview, showPolarity }: Props) {
  return (
    <>
      <Section
        title={`Retrieved memories (${preview.results.length} of ${preview.counts.eligible.toLocaleString("en")} eligible)`}
        description={describeOrder(preview)}
      >
        {preview.results.length === 0 ? (
          <NothingRetrieved preview={preview} />
        ) : (
          <RetrievedTable {...preview} />
        )}
        <SpaceNotes preview={preview} />
      </Section>
      <PromptCard preview={preview} showPolarity={showPolarity} />
      <LeftOut preview={preview} />
    </>
  );
}

function describeOrder({ method, model, target, space, queries }: RetrievalPreview): string {
  const order = {
    embedding: "Nearest first, by cosine similarity",
    rerank: `Picked from the ten nearest by ${model ?? "a chat model"}`,
    rewrite: `Picked from the ten nearest and reworded by ${model ?? "a chat model"}`,
  }[method];
  const left = target ? `${target} left out` : "no benchmark left out";
  return `${order}, in the space ${space.name}, compared with ${describeQueries(queries)}; ${left}.`;
}

/** "the task text", or which types are compared with what. */
function describeQueries(queries: RetrievalPreview["queries"]): string {
  const byKind = [...Map.groupBy(queries, ({ kind }) => kind)];
  if (byKind.length === 1) return `the ${byKind[0]?.[0]}`;
  return byKind
    .map(([kind, its]) => `the ${kind} (${its.map(({ type }) => typeNames[type]).join(", ")})`)
    .join(", ");
}

const typeNames = {
  trajectory: "trajectories",
  workflow: "workflows",
  summary: "summaries",
  insight: "insights",
} as const;

function SpaceNotes({ preview: { spaceNotes, task } }: { preview: RetrievalPreview }) {
  const notes = [...spaceNotes];
  if (task && !task.hasStatement) notes.push("No statement of this task is known: its name was the query.");
  if (notes.length === 0) return null;
  return (
    <div className="text-xs text-muted">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

function NothingRetrieved({ preview }: { preview: RetrievalPreview }) {
  const { method, counts } = preview;
  const why =
    counts.eligible > 0 && method !== "embedding"
      ? "The chat model found none of the ten nearest memories helpful."
      : "No memory in the pool is eligible for this request; the reasons are below. Try another type or target.";
  return <EmptyState title="Nothing would be shown">{why}</EmptyState>;
}

function PromptCard({ preview, showPolarity }: Props) {
  const { prompt, promptTokens, unmarkedFailures } = preview;
  if (!prompt) return null;
  const items = unmarkedFailures.map((rank) => `Memory Item ${rank}`).join(", ");
  return (
    <Card
      title={`Prompt block (${promptTokens.toLocaleString("en")} tokens)`}
      description="The exact text that would follow the agent's system prompt. Tokens are counted in o200k_base."
    >
      {unmarkedFailures.length > 0 ? (
        <Callout tone="warn" title={`${items}: learned from failure, shown without a warning`}>
          <p>
            The agent reads {unmarkedFailures.length === 1 ? "it" : "them"} like a recipe. Published agents
            show workflows and insights this way; check "Mark lessons from failed attempts" to warn the agent.
          </p>
        </Callout>
      ) : null}
      {showPolarity ? null : (
        <p className="text-xs text-muted">
          Marks are off: as in published agents, only some verdicts are shown.
        </p>
      )}
      <CodeBlock code={prompt} label="prompt" wrap />
    </Card>
  );
}
