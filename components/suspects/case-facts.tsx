import type { CaseRow } from "#lib/attribution/cases/schema.ts";
import { describeQ, formatPoints } from "#lib/transfer/format.ts";

/** The numbers of a case, the effect first. */
export function CaseFacts({ row }: { row: CaseRow }) {
  const { effect, ci, q, state, exposures, tasks, lostAlone, lostShared } = row;
  const interval = `${formatPoints(ci[0])} to ${formatPoints(ci[1])}`.replaceAll(" points", "");
  return (
    <div className="flex min-w-0 flex-col gap-0.5 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-lg font-semibold whitespace-nowrap">{formatPoints(effect)}</span>
        <span className="text-xs whitespace-nowrap text-muted">
          90%: {interval}; {state === "few" ? "too few tasks" : describeQ(q)}
        </span>
      </p>
      <p className="text-xs">
        <b className="font-semibold">{lostAlone}</b> lost alone, <b className="font-semibold">{lostShared}</b>{" "}
        lost with others{" "}
        <span className="text-muted">
          of {tasks} {tasks === 1 ? "task" : "tasks"}, {exposures} {exposures === 1 ? "attempt" : "attempts"}
        </span>
      </p>
      {row.restsOnErrors ? <p className="text-xs text-muted">Rests on attempts that errored.</p> : null}
    </div>
  );
}
