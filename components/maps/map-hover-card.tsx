"use client";
import { Mark } from "#components/charts/mark.tsx";
import type { Point, Size } from "#components/scatter/viewport.ts";
import type { MapPoints } from "#lib/maps/map-binary.ts";
import { formatMeasure, measureWords } from "#lib/maps/map-measures.ts";
import { categoryLook } from "./category-look.ts";
import { useMemoryRows } from "./use-memory-rows.ts";

type MapHoverCardProps = {
  points: MapPoints;
  index: number;
  at: Point;
  size: Size;
  by: "mouse" | "keys";
  /** The inspector says the rest. */
  brief: boolean;
};

/** The numbers that a card has room for. */
const told = ["lisi", "effect", "effectQ", "effectTasks", "retrievals"] as const;

/** What lies under the pointer: the categories at once, the title as soon as the server has told it. */
export function MapHoverCard({ points, index, at, size, by, brief }: MapHoverCardProps) {
  const id = points.ids[index] ?? "";
  const { rows } = useMemoryRows(id ? [id] : [], 80);
  const nameOf = (category: keyof MapPoints["categories"]) => {
    const { names, codes } = points.categories[category];
    return names[codes[index] ?? 0] ?? "";
  };
  const numbers = told.filter((measure) => !Number.isNaN(points.numbers[measure][index] ?? Number.NaN));
  const toLeft = at.x > size.width / 2;
  const above = at.y > size.height / 2;
  return (
    <div
      // Only the keyboard's way is spoken: a pointer passes too many.
      {...(by === "keys" ? { role: "status" } : {})}
      className="pointer-events-none absolute z-10 flex w-60 max-w-[75%] flex-col gap-1 rounded-md border border-line bg-surface p-2 text-xs shadow-raised"
      style={{
        ...(toLeft ? { right: size.width - at.x + 12 } : { left: at.x + 12 }),
        ...(above ? { bottom: size.height - at.y + 12 } : { top: at.y + 12 }),
      }}
    >
      <span className="line-clamp-3 font-medium wrap-anywhere">{rows[0]?.title ?? "…"}</span>
      <span className="inline-flex flex-wrap items-center gap-x-1.5 text-muted">
        <Mark {...categoryLook("benchmark", nameOf("benchmark"))} />
        {nameOf("benchmark")} · {nameOf("type")} · {nameOf("outcome")} · {nameOf("lifecycle")}
        {points.placed[index] === 1 ? " · placed later" : ""}
        {nameOf("verdict").startsWith("(") ? "" : ` · ${nameOf("verdict")}`}
      </span>
      {brief ? null : (
        <span className="text-muted">
          {numbers
            .map(
              (measure) =>
                `${measureWords[measure].title} ${formatMeasure(measure, points.numbers[measure][index] ?? 0)}`,
            )
            .join(" · ")}
        </span>
      )}
    </div>
  );
}
