import { DetailChip } from "#components/ui/detail-chip.tsx";

/** The difference by a judge's verdicts, corrected by the verified attempts. */
export function JudgedChip({ text }: { text: string }) {
  return (
    <DetailChip label="Judge, corrected">
      {text}. Points, 95% interval by prediction-powered inference: right however wrong the judge is, as long
      as the verified attempts were chosen without regard to outcomes.
    </DetailChip>
  );
}
