import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { JudgeFigures } from "#lib/judge/schema.ts";
import { formatKappa, formatShareOf } from "./format-figures.ts";

/** All verdicts against all outcomes, with what they come to beside them. */
export function ConfusionTable({ figures }: { figures: JudgeFigures }) {
  const { passPassed, passFailed, failPassed, failFailed, missing, kappa } = figures;
  return (
    <div className="flex min-w-0 flex-wrap items-start gap-x-8 gap-y-2">
      <div className="w-fit">
        <Table label="Judge against verifier, trials">
          <TableHead>
            <TableRow>
              <TableHeaderCell>Judge</TableHeaderCell>
              <TableHeaderCell numeric>Verifier passed</TableHeaderCell>
              <TableHeaderCell numeric>Verifier did not pass</TableHeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            <TableRow>
              <TableHeaderCell scope="row">PASS</TableHeaderCell>
              <TableCell numeric>{passPassed}</TableCell>
              <TableCell numeric>{passFailed}</TableCell>
            </TableRow>
            <TableRow>
              <TableHeaderCell scope="row">FAIL</TableHeaderCell>
              <TableCell numeric>{failPassed}</TableCell>
              <TableCell numeric>{failFailed}</TableCell>
            </TableRow>
          </TableBody>
        </Table>
      </div>
      <dl className="grid grid-cols-[auto_auto] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">Agrees with the verifier</dt>
        <dd>{formatShareOf(figures.accuracy)}</dd>
        <dt className="text-muted">PASS is right</dt>
        <dd>{formatShareOf(figures.passPrecision)}</dd>
        <dt className="text-muted">FAIL is right</dt>
        <dd>{formatShareOf(figures.failPrecision)}</dd>
        <dt className="text-muted">Cohen's kappa</dt>
        <dd>{"value" in kappa ? formatKappa(kappa) : kappa.undefinedBecause}</dd>
        {missing > 0 ? (
          <>
            <dt className="text-muted">Without an outcome, not counted</dt>
            <dd>{missing}</dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
