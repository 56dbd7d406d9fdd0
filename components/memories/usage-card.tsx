import Link from "next/link";
import { MemoryVerdictBadge, WhyUnnamed } from "#components/attribution/memory-verdict.tsx";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { describeEffect, describeLost } from "#lib/attribution/describe-attribution.ts";
import type { NamedEffect } from "#lib/attribution/memory-effects.ts";
import type { MemoryUsage, MemoryUse } from "#lib/memories/usage.ts";
import { compareHref } from "#lib/transfer/search-params.ts";

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
      {effect ? <Effect effect={effect} /> : <p className="text-sm text-muted">{noBaseline}</p>}
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

const noBaseline =
  "Its effect is unknown: no run that was shown it shares a task with a zero-shot run. Import one.";

function Effect({ effect }: { effect: NamedEffect }) {
  const { base, candidate, verdict, lost, gained, lostByChance, gainedByChance } = effect;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        <MemoryVerdictBadge verdict={verdict} />
        {describeEffect(effect, base.name)}
      </p>
      <p className="text-muted">
        <Link
          className="link"
          href={compareHref("/compare", {
            base: base.id,
            cand: candidate.id,
            tab: "tasks",
            memory: effect.memoryId,
          })}
        >
          {candidate.name}
        </Link>
        : {lost} lost and {gained} gained; chance alone gives about {lostByChance.toFixed(1)} and{" "}
        {gainedByChance.toFixed(1)}. {describeLost(effect)}
      </p>
      <WhyUnnamed alike={effect.alikeNamed} rival={effect.rivalNamed} restsOnErrors={effect.restsOnErrors} />
    </div>
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
