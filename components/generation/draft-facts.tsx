import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import type { GenerationDetail } from "#lib/generation/schema.ts";

/** Where a draft comes from and what became of it. */
export function DraftFacts({ draft }: { draft: GenerationDetail }) {
  const { decision } = draft;
  const href = draft.sourceKind === "trial" ? `/trials/${draft.sourceId}` : `/memories/${draft.sourceId}`;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      <Fact name="Source">
        <Link href={href} className="text-accent underline underline-offset-2 wrap-anywhere">
          {draft.sourceKind === "trial" ? "trial of" : "trajectory memory of"} {draft.taskName}
        </Link>
      </Fact>
      <Fact name="Benchmark">
        <BenchmarkMark name={draft.benchmark} />
      </Fact>
      <Fact name="Read as">
        <OutcomeBadge outcome={draft.polarity} />
      </Fact>
      {draft.memoryId ? (
        <Fact name={draft.state === "accepted" ? "In the pool" : "Against"}>
          <Link
            href={`/memories/${draft.memoryId}`}
            className="text-accent underline underline-offset-2 wrap-anywhere"
          >
            {draft.memoryTitle ?? "memory"}
          </Link>
        </Fact>
      ) : null}
      {draft.model ? <Fact name="Model">{draft.model}</Fact> : null}
      {draft.inputTokens ? (
        <Fact name="Tokens">
          {draft.inputTokens.toLocaleString("en")} in, {draft.outputTokens?.toLocaleString("en")} out
        </Fact>
      ) : null}
      <Fact name="Requested by">
        {draft.actor}, {draft.createdAt.slice(0, 16).replace("T", " ")} UTC
      </Fact>
      {draft.note ? <Fact name="Note">{draft.note}</Fact> : null}
      {decision ? (
        <Fact name={draft.state === "accepted" ? "Accepted by" : "Rejected by"}>
          {decision.actor}
          {decision.reason ? `: ${decision.reason}` : ""}
        </Fact>
      ) : null}
    </dl>
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
