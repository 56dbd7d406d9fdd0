import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { EmbeddingState, MemoryDetail } from "#lib/memories/detail.ts";
import { formatMoment } from "./format-day.ts";

/** Where a memory comes from, and which embedding spaces hold it. */
export function ProvenanceCard({ memory }: { memory: MemoryDetail }) {
  return (
    <Card title="Provenance">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1 text-sm">
        <Fact name="Task">{memory.taskName}</Fact>
        <Fact name="Source trial">
          <SourceTrial trial={memory.sourceTrial} />
        </Fact>
        <Fact name="Format">{memory.sourceFormat}</Fact>
        <Fact name="File">{memory.sourcePath ?? <Unknown says="none" />}</Fact>
        <Fact name="Generator">{memory.generator ?? <Unknown />}</Fact>
        <Fact name="Model">{memory.sourceModel ?? <Unknown />}</Fact>
        <Fact name="Imported">{formatMoment(memory.createdAt)}</Fact>
        <Fact name="Vectors">
          <Embeddings embeddings={memory.embeddings} />
        </Fact>
        <Fact name="Id">
          <code className="font-mono text-xs">{memory.id}</code>
        </Fact>
      </dl>
      <details className="min-w-0">
        <summary className="min-h-6 w-fit content-center text-xs text-accent">Task statement</summary>
        <p className="max-h-80 overflow-y-auto text-xs whitespace-pre-wrap wrap-anywhere">{memory.task}</p>
      </details>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

function Unknown({ says = "unknown" }: { says?: string }) {
  return <span className="text-muted">{says}</span>;
}

function SourceTrial({ trial }: { trial: MemoryDetail["sourceTrial"] }) {
  if (!trial) return <Unknown says="not among the imported runs" />;
  return (
    <>
      <Link className="link" href={`/trials/${trial.id}`}>
        Attempt {trial.attempt}
      </Link>{" "}
      in{" "}
      <Link className="link" href={`/runs/${trial.run.id}`}>
        {trial.run.name}
      </Link>
    </>
  );
}

const states = {
  fresh: { tone: "good", says: "up to date" },
  stale: { tone: "warn", says: "being re-embedded" },
  missing: { tone: "muted", says: "not embedded" },
} as const;

function Embeddings({ embeddings }: { embeddings: readonly EmbeddingState[] }) {
  if (embeddings.length === 0) return <span className="text-muted">no embedding space yet</span>;
  return (
    <ul className="flex flex-col gap-1">
      {embeddings.map(({ spaceId, space, active, state }) => (
        <li key={spaceId} className="flex flex-wrap items-center gap-x-2">
          <span className="wrap-anywhere">
            {space}
            {active ? " (active)" : ""}
          </span>
          <Badge tone={states[state].tone}>{states[state].says}</Badge>
        </li>
      ))}
    </ul>
  );
}
