"use client";
import type { ReactNode } from "react";
import type { TrajectorySide } from "./schema.ts";
import { StepRow } from "./step-row.tsx";
import { StepTools } from "./step-tools.tsx";
import { TrajectorySearch } from "./trajectory-search.tsx";

type TrajectorySingleProps = { title: string; format: string; side: TrajectorySide; links: ReactNode };

/** One trajectory, step by step. */
export function TrajectorySingle({ title, format, side, links }: TrajectorySingleProps) {
  const { prefix, name, trialId, steps, marks } = side;
  return (
    <section aria-labelledby="trajectory-title" className="flex min-w-0 flex-col gap-2">
      <TrajectorySearch sides={[side]}>
        {(field) => (
          <>
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <h2 id="trajectory-title" className="text-sm font-semibold">
                {title} <span className="font-normal text-muted">({format})</span>
              </h2>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {field}
                <StepTools drawn={steps.length} />
                {links}
              </div>
            </div>
            <ol className="flex min-w-0 flex-col gap-1.5">
              {steps.map((step) => (
                <li
                  key={step.number}
                  className="min-w-0 [contain-intrinsic-size:auto_2rem] [content-visibility:auto]"
                >
                  <StepRow side={{ prefix, name, trialId }} step={step} marks={marks[step.number] ?? []} />
                </li>
              ))}
            </ol>
          </>
        )}
      </TrajectorySearch>
    </section>
  );
}
