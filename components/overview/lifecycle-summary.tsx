import Link from "next/link";
import { LifecycleBadge } from "#components/memories/lifecycle-badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { formatShare } from "#components/ui/format-share.ts";
import { lifecycles, memoriesHref } from "#lib/memories/search-params.ts";
import type { PoolCounts } from "#lib/overview/schema.ts";

const meanings = {
  active: "served while valid",
  candidate: "awaiting promotion",
  deprecated: "kept, never served",
};

export function LifecycleSummary({ pool }: { pool: PoolCounts }) {
  return (
    <Card title="Lifecycle" description={`${pool.total.toLocaleString("en")} memories in the pool.`}>
      <dl className="flex flex-col gap-2">
        {lifecycles.map((lifecycle) => (
          <div key={lifecycle} className="grid grid-cols-[6.5rem_1fr_auto] items-baseline gap-x-3">
            <dt>
              <LifecycleBadge lifecycle={lifecycle} />
            </dt>
            <dd className="text-xs text-muted">{meanings[lifecycle]}</dd>
            <dd className="whitespace-nowrap">
              <Link
                href={memoriesHref("/memories", { lifecycle: [lifecycle] })}
                aria-label={`${pool.lifecycles[lifecycle].toLocaleString("en")} ${lifecycle} memories`}
                className="link"
              >
                {pool.lifecycles[lifecycle].toLocaleString("en")}
              </Link>{" "}
              <span className="text-xs text-muted">
                {formatShare(pool.lifecycles[lifecycle], pool.total)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
