"use client";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { formatMeasure, type MapMeasure, measureColumn } from "#lib/maps/map-measures.ts";
import { type FilteredMap, rankedIds } from "./filter-summary.ts";
import { MemoryTable } from "./memory-table.tsx";
import { SaveMenu } from "./save-menu.tsx";
import { SelectionActions } from "./selection-actions.tsx";

type SelectionTableProps = {
  /** The maps that the numbers and, without a selection, the rows are of; each memory on one of them only. */
  maps: readonly FilteredMap[];
  measure: MapMeasure | null;
  selection: readonly string[];
  onSelect: (ids: string[]) => void;
  onPick: (id: string) => void;
  onClear: () => void;
  onChanged: () => void;
  svg: () => string | null;
};

/** An address with more ids is refused by some servers. */
const mostPicked = 200;

/** The selected memories with what can be done with them; without a selection, what the filters leave. */
export function SelectionTable({ maps, measure, selection, ...on }: SelectionTableProps) {
  const isSelection = selection.length > 0;
  const ranked = useMemo(() => rankedIds(maps, measure), [maps, measure]);
  const ids = isSelection ? selection : ranked;
  const count = ids.length.toLocaleString("en");
  return (
    <Card
      flush
      title={isSelection ? `${count} selected` : `${count} shown`}
      description={
        isSelection
          ? "What is done here is done to all of them, and can be undone."
          : "Drag on a map to select, press x on a point, or tick rows here. The colored number sorts the rows, the most telling first."
      }
      actions={
        <>
          {isSelection ? <SelectionActions ids={selection} onChanged={on.onChanged} /> : null}
          {!isSelection && ids.length > 0 && ids.length <= mostPicked ? (
            <Button size="small" onClick={() => on.onSelect([...ids])}>
              Select these {count}
            </Button>
          ) : null}
          <SaveMenu ids={ids} svg={on.svg} />
          {isSelection ? (
            <Button size="small" onClick={on.onClear}>
              Clear the selection
            </Button>
          ) : null}
        </>
      }
    >
      <MemoryTable
        label={isSelection ? "Selected memories" : "Memories shown"}
        ids={ids}
        measure={
          measure && {
            name: measure,
            valueOf: (id) => measureOf(maps, measure, id),
            noteOf: (id) => (ofEffect.includes(measure) ? effectNote(maps, id) : ""),
          }
        }
        selected={new Set(selection)}
        onPick={on.onPick}
      />
    </Card>
  );
}

function measureOf(maps: readonly FilteredMap[], measure: MapMeasure, id: string): number {
  const found = placeOf(maps, id);
  return found ? (measureColumn(found.points, measure)[found.index] ?? Number.NaN) : Number.NaN;
}

const ofEffect: readonly MapMeasure[] = ["effect", "netTasks", "effectTasks"];

/** "harmful, q 0.021": an effect is never shown without what it is worth. */
function effectNote(maps: readonly FilteredMap[], id: string): string {
  const found = placeOf(maps, id);
  if (!found) return "";
  const { names, codes } = found.points.categories.verdict;
  const q = found.points.numbers.effectQ[found.index] ?? Number.NaN;
  const verdict = names[codes[found.index] ?? 0] ?? "";
  return Number.isNaN(q) ? verdict : `${verdict}, q ${formatMeasure("effectQ", q)}`;
}

function placeOf(maps: readonly FilteredMap[], id: string) {
  for (const { points } of maps) {
    const index = points.ids.indexOf(id);
    if (index >= 0) return { points, index };
  }
  return null;
}
