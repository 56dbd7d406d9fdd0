import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { formatShare } from "#components/ui/format-share.ts";
import { LifecycleBadge } from "#components/ui/lifecycle-badge.tsx";
import { memoriesHref } from "#lib/memories/search-params.ts";
import type { PoolCounts } from "#lib/overview/schema.ts";

const lifecycles = ["active", "candidate", "deprecated"] as const;
const meanings = {
  active: "served, inside its validity window",
  candidate: "waits for a curator, never served",
  deprecated: "kept for reading, never served",
};

export function LifecycleSummary({ pool }: { pool: PoolCounts }) {
  return (
    <Card title="Lifecycle" description={`${pool.total.toLocaleString("en")} memories in the pool.`}>
      <dl className="flex flex-col gap-2">
        {lifecycles.map((lifecycle) => (
          <div key={lifecycle} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <dt className="w-24 shrink-0">
              <LifecycleBadge lifecycle={lifecycle} />
            </dt>
            <dd className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
              <span className="text-xs text-muted">{meanings[lifecycle]}</span>
              <span>
                <Link href={memoriesHref("/memories", { lifecycle: [lifecycle] })} className="link">
                  {pool.lifecycles[lifecycle].toLocaleString("en")}
                </Link>{" "}
                <span className="text-xs text-muted">
                  {formatShare(pool.lifecycles[lifecycle], pool.total)}
                </span>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
