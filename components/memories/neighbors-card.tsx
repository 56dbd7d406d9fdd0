import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import type { MemoryNeighbor } from "#lib/memories/neighbors.ts";
import { TypeBadge } from "./type-badge.tsx";

/** The nearest memories of the active space. */
export function NeighborsCard({ neighbors }: { neighbors: readonly MemoryNeighbor[] }) {
  return (
    <Card title="Nearest memories" description="Cosine similarity in the active embedding space, 1 = same.">
      {neighbors.length === 0 ? (
        <p className="text-sm text-muted">
          None: this memory has no up-to-date vector in the active space, or it is alone there.
        </p>
      ) : (
        <ol className="flex flex-col gap-2.5 text-sm">
          {neighbors.map((neighbor) => (
            <li key={neighbor.id} className="flex min-w-0 items-start justify-between gap-3">
              <div className="flex min-w-0 flex-col gap-0.5">
                <Link href={`/memories/${neighbor.id}`} className="link line-clamp-2 wrap-anywhere">
                  {neighbor.title}
                </Link>
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
                  <TypeBadge type={neighbor.type} />
                  <BenchmarkMark name={neighbor.benchmark} />
                  {neighbor.lifecycle === "active" ? "" : neighbor.lifecycle}
                </span>
              </div>
              <span>{neighbor.similarity.toFixed(3)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
