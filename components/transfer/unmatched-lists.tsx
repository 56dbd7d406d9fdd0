import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { Comparison, UnmatchedTask } from "#lib/transfer/schema.ts";

const reasons = {
  absent: "the other run has no task of this name",
  changed: "the task was changed: its checksum differs",
  unscored: "no attempt that counts",
} as const;

/** At most this many rows a side; the CSV and the CLI have all of them. */
const SHOWN = 200;

/** The tasks that are in no number of the comparison, and why. */
export function UnmatchedLists({ unmatched }: { unmatched: Comparison["unmatched"] }) {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <UnmatchedList title="Baseline only" tasks={unmatched.base} />
      <UnmatchedList title="Candidate only" tasks={unmatched.candidate} />
    </div>
  );
}

function UnmatchedList({ title, tasks }: { title: string; tasks: readonly UnmatchedTask[] }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="text-sm font-semibold">
        {title} ({tasks.length})
      </h3>
      {tasks.length === 0 ? (
        <p className="text-sm text-muted">Every task of this side has a partner.</p>
      ) : (
        <Table label={`${title}: tasks without a partner`}>
          <TableHead>
            <tr>
              <TableHeaderCell>Task</TableHeaderCell>
              <TableHeaderCell>Benchmark</TableHeaderCell>
              <TableHeaderCell>Why</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {tasks.slice(0, SHOWN).map((task) => (
              <TableRow key={`${task.taskId} ${task.reason}`}>
                <TableHeaderCell
                  scope="row"
                  className="min-w-40 max-w-80 text-left font-normal wrap-break-word"
                >
                  {task.taskName}
                </TableHeaderCell>
                <TableCell>
                  <BenchmarkMark name={task.benchmark} />
                </TableCell>
                <TableCell>{reasons[task.reason]}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {tasks.length > SHOWN ? (
        <p className="text-xs text-muted">
          {tasks.length - SHOWN} more are listed by npx carryover compare --json.
        </p>
      ) : null}
    </section>
  );
}
