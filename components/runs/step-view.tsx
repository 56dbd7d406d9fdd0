import { Badge } from "#components/ui/badge.tsx";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { StepText } from "./step-text.tsx";

type StepViewProps = {
  step: TrajectoryStep;
  /** 1-based, as links and people count. */
  number: number;
  /** Fragment that links to it; unique on the page. */
  anchor: string;
  trialId: string;
  open?: boolean;
};

const LINE_LIMIT = 140;

/** One step: folded to one line, unfolded to all its parts. Its number is its link. */
export function StepView({ step, number, anchor, trialId, open }: StepViewProps) {
  const wholeHref = `/trials/${trialId}/steps/${number}`;
  return (
    <details
      id={anchor}
      data-step
      open={open ?? false}
      className="min-w-0 scroll-mt-16 rounded-md border border-line bg-surface target:border-accent"
    >
      <summary className="flex min-h-8 min-w-0 items-center gap-2 px-2 py-1">
        <span className="w-9 shrink-0 text-right text-xs text-muted">{number}</span>
        <Badge tone={step.source === "agent" ? "neutral" : "muted"}>{step.source.slice(0, 24)}</Badge>
        <span className="min-w-0 flex-1 truncate font-mono text-xs [unicode-bidi:isolate]">
          {firstLine(step)}
        </span>
      </summary>
      <div className="flex min-w-0 flex-col gap-2 border-t border-line p-2">
        <StepText name="Message" text={step.message} wholeHref={wholeHref} />
        <StepText name="Reasoning" text={step.reasoning} wholeHref={wholeHref} />
        <StepText name="Action" text={step.action} wholeHref={wholeHref} />
        <StepText name="Observation" text={step.observation} wholeHref={wholeHref} />
        <a className="link self-start text-xs" href={`#${anchor}`}>
          Link to step {number}
        </a>
      </div>
    </details>
  );
}

/** The first line with anything on it: of the action, else of what there is. */
function firstLine(step: TrajectoryStep): string {
  const text = step.action ?? step.message ?? step.reasoning ?? step.observation ?? "";
  const line = text.split("\n", 20).find((each) => each.trim() !== "") ?? "(empty)";
  return line.trim().slice(0, LINE_LIMIT);
}
