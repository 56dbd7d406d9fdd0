"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import type { TrajectoryContent } from "#lib/memories/content.ts";

const stepsAtOnce = 50;
/** Longer observations are folded: they are the bulk of a trajectory and rarely its point. */
const longObservation = 600;

/** The steps of a trajectory: folded to a line each, the first ones open. */
export function TrajectorySteps({ steps }: TrajectoryContent) {
  const [shown, setShown] = useState(stepsAtOnce);
  const [all, setAll] = useState<boolean | null>(null);
  return (
    <Card
      title={`Trajectory of ${steps.length} ${steps.length === 1 ? "step" : "steps"}`}
      actions={
        <>
          <Button size="small" onClick={() => setAll(true)}>
            Expand all
          </Button>
          <Button size="small" onClick={() => setAll(false)}>
            Collapse all
          </Button>
        </>
      }
    >
      <ol className="flex min-w-0 flex-col gap-1.5">
        {steps.slice(0, shown).map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place.
          <li key={index}>
            <Step key={String(all)} step={step} number={index + 1} open={all ?? index < 3} />
          </li>
        ))}
      </ol>
      {steps.length > shown ? (
        <Button className="self-start" onClick={() => setShown(shown + stepsAtOnce)}>
          Show {Math.min(stepsAtOnce, steps.length - shown)} more of {steps.length} steps
        </Button>
      ) : null}
    </Card>
  );
}

type StepProps = { step: TrajectoryContent["steps"][number]; number: number; open: boolean };

function Step({ step, number, open }: StepProps) {
  const headline = step.action.split("\n").find((line) => line.trim()) ?? "(no action)";
  const long = step.observation.length > longObservation;
  return (
    <details open={open} className="min-w-0 rounded-md border border-line">
      <summary className="min-h-7 content-center truncate px-2 text-sm">
        <span className="mr-2 text-xs text-muted">{number}</span>
        <span className="font-mono text-xs">{headline}</span>
      </summary>
      <div className="flex min-w-0 flex-col gap-2 px-2 pb-2">
        <CodeBlock code={step.action} label={`action of step ${number}`} wrap />
        {step.observation === "" ? (
          <p className="text-xs text-muted">No observation.</p>
        ) : (
          <details open={!long} className="min-w-0">
            <summary className="min-h-6 w-fit content-center text-xs text-muted">
              Observation{long ? `, ${step.observation.length.toLocaleString("en")} characters` : ""}
            </summary>
            <CodeBlock code={step.observation} label={`observation of step ${number}`} wrap />
          </details>
        )}
      </div>
    </details>
  );
}
