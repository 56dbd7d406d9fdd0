import { CircleCheck, CircleHelp, TriangleAlert } from "lucide-react";
import { DetailChip } from "#components/ui/detail-chip.tsx";
import { describeFairItem, type FairItem, type FairState } from "#lib/matrix/fair-check.ts";

const marks = {
  differs: { icon: TriangleAlert, tone: "text-warn" },
  unknown: { icon: CircleHelp, tone: "text-muted" },
  same: { icon: CircleCheck, tone: "text-good" },
} as const;
const order: readonly FairState[] = ["differs", "unknown", "same"];

/** What is alike in both runs beside the memory, and what is not: a chip that opens to the list. */
export function FairCheck({ items }: { items: readonly FairItem[] }) {
  const count = (state: FairState) => items.filter((item) => item.state === state).length;
  const [differ, unknown] = [count("differs"), count("unknown")];
  const found = [differ > 0 ? `${differ} differ` : "", unknown > 0 ? `${unknown} unknown` : ""].filter(
    Boolean,
  );
  return (
    <DetailChip
      label={`Fair comparison: ${found.join(", ") || "nothing differs"}`}
      tone={differ > 0 ? "warn" : "neutral"}
    >
      <ul aria-label="Fair comparison" className="flex flex-col gap-1 text-xs">
        {order.flatMap((state) =>
          items
            .filter((item) => item.state === state)
            .map((item) => <Item key={`${item.what} ${item.says}`} item={item} />),
        )}
      </ul>
    </DetailChip>
  );
}

function Item({ item }: { item: FairItem }) {
  const { icon: Icon, tone } = marks[item.state];
  return (
    <li className="flex items-start gap-1.5">
      <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${tone}`} />
      {describeFairItem(item)}
    </li>
  );
}
