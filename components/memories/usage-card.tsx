import Link from "next/link";
import { BenchmarkMark } from "#components/ui/benchmark-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { OutcomeBadge } from "#components/ui/outcome-badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { MemoryUsage, MemoryUse } from "#lib/memories/usage.ts";

/** Where the memory was shown, and what became of those tasks. */
export function UsageCard({ usage, version }: { usage: MemoryUsage; version: number }) {
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
    <Card
      title="Retrieval usage"
      description="Gained and lost: any attempt shown this memory against any run without memory. A hint of where to look; Compare tells which differences are real."
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Count name="Retrievals" value={usage.retrievals} />
        <Count name="Tasks" value={usage.tasks} />
        <Count name="Gained tasks" value={usage.gained} />
        <Count name="Lost tasks" value={usage.lost} />
      </dl>
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
