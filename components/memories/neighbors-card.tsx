import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/class-names.ts";
import type { MemoryNeighbor } from "#lib/memories/memories-sql.ts";
import { TypeIcon } from "./type-badge.tsx";

/** The nearest memories of the active space. */
export function NeighborsCard({ neighbors }: { neighbors: readonly MemoryNeighbor[] }) {
  return (
    <Card title="Nearest memories" description="Cosine similarity in the active space, 1 = same.">
      {neighbors.length === 0 ? (
        <p className="text-sm text-muted">
          None: this memory has no up-to-date vector in the active space, or it is alone there.
        </p>
      ) : (
        <ol className="flex min-w-0 flex-col text-sm">
          {neighbors.map((neighbor) => (
            <li key={neighbor.id} className="flex min-h-7 min-w-0 items-center gap-2">
              <TypeIcon type={neighbor.type} />
              <Link
                href={`/memories/${neighbor.id}`}
                className={cn(
                  "link min-w-0 flex-1 truncate",
                  neighbor.lifecycle === "deprecated" && "line-through",
                )}
                title={titleOf(neighbor)}
              >
                {neighbor.title}
              </Link>
              <span className="text-xs text-muted">{neighbor.similarity.toFixed(3)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function titleOf({ title, benchmark, lifecycle }: MemoryNeighbor): string {
  return `${title} (${benchmark}${lifecycle === "active" ? "" : `, ${lifecycle}`})`;
}
