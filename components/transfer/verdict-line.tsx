import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { DetailChip } from "#components/ui/detail-chip.tsx";
import type { Verdict } from "#lib/transfer/verdict.ts";

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;
export type VerdictTone = keyof typeof icons;

/** A significant verdict is colored only where no errored or missing attempt could turn it. */
export function verdictTone({ direction, holds }: Verdict): VerdictTone {
  if (direction === "nothing") return "warn";
  if (direction === "unclear" || !holds) return "info";
  return direction === "better" ? "good" : "bad";
}

type Props = {
  verdict: Verdict;
  /** That an import of one of the runs was cut off; null where both are whole. */
  incomplete: string | null;
  chips?: ReactNode;
};

/** Whether the difference is real, by which test; what errored attempts could make of it and other doubts open on demand. */
export function VerdictLine({ verdict, incomplete, chips }: Props) {
  const Icon = icons[verdictTone(verdict)];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <h2 className="inline-flex items-center gap-1.5 font-semibold">
        <Icon aria-hidden className="size-4 shrink-0" />
        {verdict.title}
      </h2>
      <p className="text-xs text-muted">{verdict.test}</p>
      <div className="flex flex-wrap gap-1.5 sm:ml-auto">
        {incomplete ? (
          <DetailChip label="Incomplete run" tone="warn">
            {incomplete}
          </DetailChip>
        ) : null}
        {verdict.bounds ? (
          <DetailChip
            label={verdict.holds ? "Errored attempts" : "Depends on errored attempts"}
            tone={verdict.holds ? "neutral" : "warn"}
          >
            {verdict.holds ? "" : "The verdict depends on attempts without an answer. "}
            {verdict.bounds}
          </DetailChip>
        ) : null}
        {chips}
        {verdict.caveats.length > 0 ? <Caveats caveats={verdict.caveats} /> : null}
      </div>
    </div>
  );
}

function Caveats({ caveats }: { caveats: readonly string[] }) {
  return (
    <DetailChip label={caveats.length === 1 ? "1 caveat" : `${caveats.length} caveats`}>
      <ul className="flex list-disc flex-col gap-1.5 pl-4">
        {caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </DetailChip>
  );
}
