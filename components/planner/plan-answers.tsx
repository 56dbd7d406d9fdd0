import type { ReactNode } from "react";
import type { ComparisonPlan } from "#lib/metrics/plan-comparison.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import type { PlanView } from "#lib/transfer/plan-view.ts";

type Props = { plan: ComparisonPlan; effect: number; view: PlanView };

/** What the plan can show, the power for the effect of interest, and the tasks that it takes. */
export function PlanAnswers({ plan, effect, view }: Props) {
  const points = `${formatSigned(effect * 100, 1)} points`;
  const enough = view.tasks !== null && view.tasks <= plan.tasks;
  return (
    <ul
      aria-label="Answers"
      className="flex flex-wrap gap-x-10 gap-y-2 rounded-md border border-line bg-surface px-3 py-2 text-sm"
    >
      <Answer value={pointsOf(view.lost, -1)} beside={pointsOf(view.gained, 1)}>
        minimum detectable at {Math.round(plan.power * 100)}% power
      </Answer>
      <Answer value={`${Math.round(view.power * 100)}%`}>power for {points}</Answer>
      <Answer
        value={view.tasks === null ? "none" : view.tasks.toLocaleString("en")}
        beside={
          view.tasks === null
            ? "no number of tasks is enough"
            : enough
              ? "enough"
              : `${(view.tasks - plan.tasks).toLocaleString("en")} more`
        }
      >
        tasks needed for {points}, {plan.attempts} {plan.attempts === 1 ? "attempt" : "attempts"} each
      </Answer>
    </ul>
  );
}

function Answer({ value, beside, children }: { value: string; beside?: string; children: ReactNode }) {
  return (
    <li className="flex flex-col">
      <span>
        <span className="text-lg font-semibold">{value}</span>
        {beside ? <span className="text-muted"> {beside}</span> : null}
      </span>
      <span className="text-xs text-muted">{children}</span>
    </li>
  );
}

function pointsOf(share: number | null, sign: 1 | -1): string {
  return share === null ? "none" : formatSigned(sign * share * 100, 1);
}
