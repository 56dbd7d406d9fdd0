import Link from "next/link";
import { MemoryEffect } from "#components/attribution/memory-effect.tsx";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { NamedEffect } from "#lib/attribution/memory-effects.ts";
import type { MemoryUsage, MemoryUse } from "#lib/memories/usage.ts";

type UsageCardProps = {
  usage: MemoryUsage;
  version: number;
  /** What is said of the memory; null where no run that was shown it has a baseline. */
  effect: NamedEffect | null;
};

/** Where the memory was shown, and what became of those tasks. */
export function UsageCard({ usage, version, effect }: UsageCardProps) {
  if (usage.retrievals === 0) {
    return (
      <Card title="Retrieval usage">
        <p className="text-sm text-muted">
          No imported run was shown this memory. Import runs with a memory arm to see what it does.
        </p>
      </Card>
    );
  }
  return (
    <Card title="Retrieval usage">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Count name="Retrievals" value={usage.retrievals} />
        <Count name="Tasks" value={usage.tasks} />
      </dl>
      <MemoryEffect effect={effect} />
      <Table label={`Last ${usage.latest.length} retrievals`}>
        <TableHead>
          <tr>
            <TableHeaderCell>Task</TableHeaderCell>
            <TableHeaderCell>Run</TableHeaderCell>
            <TableHeaderCell>Outcome</TableHeaderCell>
            <TableHeaderCell numeric>Rank</TableHeaderCell>
            <TableHeaderCell numeric>Similarity</TableHeaderCell>
            <TableHeaderCell>Wording</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {usage.latest.map((use) => (
            <UseRow key={use.id} use={use} version={version} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex flex-col">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-lg font-semibold">{value.toLocaleString("en")}</dd>
    </div>
  );
}

function UseRow({ use, version }: { use: MemoryUse; version: number }) {
  return (
    <TableRow>
      <TableCell>
        <span className="flex flex-wrap items-center gap-x-2">
          <BenchmarkMark name={use.benchmark} />
          <Link href={`/trials/${use.trialId}`} className="link wrap-anywhere">
            {use.taskName}, attempt {use.attempt}
          </Link>
        </span>
      </TableCell>
      <TableCell>
        <Link href={`/runs/${use.run.id}`} className="link wrap-anywhere">
          {use.run.name}
        </Link>
      </TableCell>
      <TableCell>
        <OutcomeBadge outcome={use.outcome} />
      </TableCell>
      <TableCell numeric>{use.rank}</TableCell>
      <TableCell numeric>{use.similarity === null ? "–" : use.similarity.toFixed(3)}</TableCell>
      <TableCell className="whitespace-nowrap text-muted">
        {use.memoryVersion === null
          ? "not recorded"
          : use.memoryVersion === version
            ? "as now"
            : `version ${use.memoryVersion}`}
      </TableCell>
    </TableRow>
  );
}
