import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { CueCount } from "#lib/triage/find-cues.ts";
import { cueWords, labelWords } from "#lib/triage/words.ts";

/** Each cue with its rule, and how often it is there at lost tasks and at those that were not lost. */
export function CueTable({ counts }: { counts: readonly CueCount[] }) {
  return (
    <Table label="Cues at lost tasks, and at tasks gained or kept">
      <TableHead>
        <TableRow>
          <TableHeaderCell>Cue</TableHeaderCell>
          <TableHeaderCell numeric>Lost</TableHeaderCell>
          <TableHeaderCell numeric className="whitespace-nowrap">
            Gained or kept
          </TableHeaderCell>
          <TableHeaderCell>Speaks for</TableHeaderCell>
          <TableHeaderCell>Rule</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {counts.map(({ cue, lost, control }) => (
          <TableRow key={cue}>
            <TableHeaderCell scope="row" className="whitespace-nowrap">
              {cueWords[cue].name}
            </TableHeaderCell>
            <TableCell numeric>{`${lost.k}/${lost.n}`}</TableCell>
            <TableCell numeric>{`${control.k}/${control.n}`}</TableCell>
            <TableCell className="whitespace-nowrap">{labelWords[cueWords[cue].label].name}</TableCell>
            <TableCell className="w-full max-w-0 truncate text-muted" title={cueWords[cue].rule}>
              {cueWords[cue].rule}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
