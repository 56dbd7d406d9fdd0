import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { LifecycleBadge } from "#components/memories/lifecycle-badge.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { RetrievedMemory } from "#lib/retrieval/schema.ts";
import { DeprecateButton } from "./deprecate-button.tsx";
import { SimilarityBar } from "./similarity-bar.tsx";

type RetrievedCardProps = {
  memory: RetrievedMemory;
  /** Born from a failed attempt, and the prompt doesn't say so. */
  unmarked: boolean;
};

/** One retrieved memory: what it is, how near, why the agent may see it. */
export function RetrievedCard({ memory, unmarked }: RetrievedCardProps) {
  const { rank, similarityRank } = memory;
  return (
    <li className="flex flex-col gap-1.5 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-60 font-medium">
          <span className="mr-2 text-muted">{rank}.</span>
          <Link
            href={`/memories/${memory.memoryId}`}
            className="text-accent underline underline-offset-2 wrap-anywhere"
          >
            {memory.title}
          </Link>
        </h3>
        <div className="flex items-center gap-3">
          <span>
            <span className="sr-only">Similarity </span>
            <SimilarityBar similarity={memory.similarity} />
          </span>
          <DeprecateButton memoryId={memory.memoryId} title={memory.title} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <BenchmarkMark name={memory.benchmark} />
        <TypeBadge type={memory.type} />
        <LifecycleBadge lifecycle={memory.lifecycle} />
        <OutcomeBadge outcome={memory.outcome} />
        {unmarked ? <Badge tone="warn">no warning in the prompt</Badge> : null}
        {rank === similarityRank ? null : <Badge>was {similarityRank}. by similarity</Badge>}
      </div>
      {memory.rewritten === null ? null : (
        <blockquote className="border-l-2 border-accent pl-3 whitespace-pre-wrap wrap-anywhere">
          {memory.rewritten}
        </blockquote>
      )}
      <p className="text-xs text-muted">Eligible: {memory.because}</p>
    </li>
  );
}
