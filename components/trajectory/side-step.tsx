import type { TrajectorySide } from "./schema.ts";
import { StepRow } from "./step-row.tsx";

type SideStepProps = { side: TrajectorySide; index: number | null; open: boolean };

/** One side of an aligned row: its step, or that it has none here. */
export function SideStep({ side, index, open }: SideStepProps) {
  const step = index === null ? undefined : side.steps[index];
  if (!step) {
    return (
      <p className="hidden min-h-8 content-center rounded-md border border-dashed border-line px-2 text-xs text-muted md:block">
        no step here in the {side.name.toLowerCase()}
      </p>
    );
  }
  const { prefix, name, trialId, marks } = side;
  return (
    <div className="min-w-0">
      <p className="text-xs text-muted md:sr-only">{name}</p>
      <StepRow side={{ prefix, name, trialId }} step={step} marks={marks[step.number] ?? []} open={open} />
    </div>
  );
}
