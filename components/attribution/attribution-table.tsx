import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { LifecycleBadge, type LifecycleName } from "#components/memories/lifecycle-badge.tsx";
import { type MemoryTypeName, TypeBadge } from "#components/memories/type-badge.tsx";
import { DeprecateButton } from "#components/runs/deprecation.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { netLossSentence, tooFewReason, verdictSentence } from "#lib/attribution/describe-attribution.ts";
import type { MemoryAttributionList, MemoryAttributionRow } from "#lib/attribution/schema.ts";
import { formatP, formatPoints } from "#lib/transfer/format.ts";
import type { PairedOutcome } from "#lib/transfer/schema.ts";

import { MemoryVerdictBadge, WhyUnnamed } from "./memory-verdict.tsx";

/** Where the tasks at which a memory was retrieved are listed. */
type TasksHref = (memoryId: string, outcome: PairedOutcome | null) => string;

type AttributionTableProps = {
  attribution: MemoryAttributionList;
  /** Name of the run that effects are read against. */
  baseline: string;
  now: string;
  href: TasksHref;
};

/** Which retrieved memories recur at lost tasks, the surest harm first. */
export function AttributionTable({ attribution, baseline, now, href }: AttributionTableProps) {
  if (attribution.total === 0) {
    return (
      <EmptyState
        title="No retrieval to attribute to"
        command="npx carryover import ./jobs --arm memory --run candidate"
      >
        {attribution.unlinked > 0
          ? `The candidate's log shows ${attribution.unlinked} memories, but none of them is in the pool. Import the pool it used.`
          : "No retrieval of the candidate is known. Import the agent's log with the run: it holds what was retrieved."}
      </EmptyState>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Table label="Memories retrieved by the candidate">
        <TableHead>
          <tr>
            <TableHeaderCell>Memory</TableHeaderCell>
            <TableHeaderCell>Verdict</TableHeaderCell>
            <TableHeaderCell>Lifecycle</TableHeaderCell>
            <TableHeaderCell numeric>Tasks</TableHeaderCell>
            <TableHeaderCell numeric>Lost</TableHeaderCell>
            <TableHeaderCell numeric>by chance</TableHeaderCell>
            <TableHeaderCell numeric>Lost alone</TableHeaderCell>
            <TableHeaderCell numeric>with others</TableHeaderCell>
            <TableHeaderCell numeric>Gained</TableHeaderCell>
            <TableHeaderCell numeric>by chance</TableHeaderCell>
            <TableHeaderCell numeric>Effect</TableHeaderCell>
            <TableHeaderCell numeric>Passed / expected</TableHeaderCell>
            <TableHeaderCell numeric>q</TableHeaderCell>
            <TableHeaderCell>
              <span className="sr-only">Action</span>
            </TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {attribution.rows.map((row) => (
            <AttributionRow key={row.memoryId} row={row} now={now} href={href} />
          ))}
        </TableBody>
      </Table>
      <p className="max-w-prose px-3 py-2 text-xs text-muted">
        {verdictSentence(attribution.summary)} {netLossSentence(attribution.summary)} Effect: share passed of
        the attempts that were shown the memory, less the share of {baseline} at the same tasks, averaged over
        tasks, in points. Expected: what those attempts would pass if only the run as a whole mattered. q:
        Benjamini-Hochberg over all memories with enough tasks; {tooFewReason} Lost alone: no other memory was
        shown.
        {attribution.unlinked > 0 ? ` ${attribution.unlinked} retrievals match no memory of the pool.` : ""}
      </p>
    </div>
  );
}

function AttributionRow({ row, now, href }: { row: MemoryAttributionRow; now: string; href: TasksHref }) {
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="min-w-72 max-w-md py-1 text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-2">
          <TypeBadge type={row.type as MemoryTypeName} />
          <Link className="link wrap-break-word [unicode-bidi:isolate]" href={`/memories/${row.memoryId}`}>
            {row.title}
          </Link>
          <BenchmarkMark name={row.benchmark} className="text-xs" />
        </span>
        <WhyUnnamed alike={row.alikeNamed} rival={row.rivalNamed} restsOnErrors={row.restsOnErrors} />
      </TableHeaderCell>
      <TableCell>
        <MemoryVerdictBadge verdict={row.verdict} />
      </TableCell>
      <TableCell>
        <LifecycleBadge
          lifecycle={row.lifecycle as LifecycleName}
          expired={row.validUntil !== null && row.validUntil <= now}
        />
      </TableCell>
      <Counts row={row} href={href} />
      <TableCell numeric className="whitespace-nowrap">
        {formatPoints(row.effect)}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap">
        {row.passed} / {row.expected.toFixed(1)} of {row.attempts}
      </TableCell>
      <TableCell numeric>{row.q === null ? "–" : formatP(row.q)}</TableCell>
      <TableCell>
        {row.lifecycle === "deprecated" ? null : (
          <span className="flex flex-col items-start gap-0.5">
            <DeprecateButton memoryId={row.memoryId} title={row.title} />
            {row.lost > 0 && row.lostAlone === 0 ? (
              <span className="text-xs whitespace-nowrap text-muted">nothing lost alone</span>
            ) : null}
          </span>
        )}
      </TableCell>
    </TableRow>
  );
}

/** Tasks, and each paired outcome beside what chance alone gives. */
function Counts({ row, href }: { row: MemoryAttributionRow; href: TasksHref }) {
  return (
    <>
      <TableCell numeric>
        <TaskCount count={row.tasks} words="tasks" href={href(row.memoryId, null)} />
      </TableCell>
      <TableCell numeric>
        <TaskCount count={row.lost} words="lost tasks" href={href(row.memoryId, "lost")} />
      </TableCell>
      <TableCell numeric className="text-muted">
        {row.lostByChance.toFixed(1)}
      </TableCell>
      <TableCell numeric>{row.lostAlone}</TableCell>
      <TableCell numeric>{row.lost - row.lostAlone}</TableCell>
      <TableCell numeric>
        <TaskCount count={row.gained} words="gained tasks" href={href(row.memoryId, "gained")} />
      </TableCell>
      <TableCell numeric className="text-muted">
        {row.gainedByChance.toFixed(1)}
      </TableCell>
    </>
  );
}

/** A count that leads to its tasks; nothing to lead to at 0. */
function TaskCount({ count, words, href }: { count: number; words: string; href: string }) {
  if (count === 0) return <span className="text-muted">0</span>;
  return (
    <Link
      className="link inline-flex min-h-6 items-center"
      href={href}
      aria-label={`${count} ${words}`}
      scroll={false}
    >
      {count}
    </Link>
  );
}
