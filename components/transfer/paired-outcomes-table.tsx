import Link from "next/link";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell } from "#components/ui/table.tsx";
import { formatPercent } from "#lib/transfer/format.ts";
import type { Comparison, PairedOutcome } from "#lib/transfer/schema.ts";

type Props = {
  comparison: Comparison;
  href: (outcome: PairedOutcome, evidence: "errored" | null) => string;
};

/** The 2x2 table of paired outcomes; each cell leads to its tasks. */
export function PairedOutcomesTable({ comparison, href }: Props) {
  const { k } = comparison.options;
  const within = k === 1 ? "in the first attempt" : `in any of the first ${k} attempts`;
  return (
    <div className="flex flex-col gap-2">
      <Table label="Paired outcomes">
        <TableHead>
          <tr>
            <td className="h-8 px-3" />
            <TableHeaderCell>Candidate solved</TableHeaderCell>
            <TableHeaderCell>Candidate did not</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          <tr className="border-b border-line">
            <TableHeaderCell scope="row" className="text-left whitespace-nowrap">
              Baseline solved
            </TableHeaderCell>
            <OutcomeCell outcome="kept" comparison={comparison} href={href} />
            <OutcomeCell outcome="lost" comparison={comparison} href={href} />
          </tr>
          <tr>
            <TableHeaderCell scope="row" className="text-left whitespace-nowrap">
              Baseline did not
            </TableHeaderCell>
            <OutcomeCell outcome="gained" comparison={comparison} href={href} />
            <OutcomeCell outcome="never" comparison={comparison} href={href} />
          </tr>
        </TableBody>
      </Table>
      <p className="text-xs text-muted">
        Solved = passed {within} (any-of-first-{k}, not pass@{k}), or of as many as both sides have.{" "}
        {comparison.pairs} paired tasks; one task is{" "}
        {comparison.pointsPerTask === null ? "–" : `${comparison.pointsPerTask.toFixed(1)} points`}.
      </p>
    </div>
  );
}

function OutcomeCell({ outcome, comparison, href }: Props & { outcome: PairedOutcome }) {
  const count = comparison[outcome];
  const errored = outcome === "lost" || outcome === "gained" ? comparison.errored[outcome] : 0;
  return (
    <TableCell className="whitespace-nowrap">
      <Link
        href={href(outcome, null)}
        scroll={false}
        className="inline-flex min-h-6 items-center gap-2 rounded px-1 hover:bg-sunken"
      >
        <span className="font-semibold">{count}</span>
        <OutcomeBadge outcome={outcome} />
        <span className="text-xs text-muted">
          {formatPercent(comparison.pairs === 0 ? null : count / comparison.pairs)}
        </span>
      </Link>
      {errored > 0 ? (
        <Link
          className="link inline-flex min-h-6 items-center px-1 text-xs"
          href={href(outcome, "errored")}
          scroll={false}
        >
          {errored} with errors
        </Link>
      ) : null}
    </TableCell>
  );
}
