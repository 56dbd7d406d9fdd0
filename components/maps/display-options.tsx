"use client";
import { Redo2, SlidersVertical, Undo2 } from "lucide-react";
import Link from "next/link";
import { CopyLinkButton } from "#components/shell/copy-link-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { LabeledCheckbox } from "#components/ui/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
import { mapCategories } from "#lib/maps/map-binary.ts";
import type { useMapState } from "./use-map-state.ts";

const shapeOptions = [
  { value: "", label: "same as color" },
  ...mapCategories.map((category) => ({ value: category, label: category })),
];

/** What is set once in a while: shapes, names, lines, and the steps of the view. */
export function DisplayOptions({ state }: { state: ReturnType<typeof useMapState> }) {
  const { change, undo, redo } = state;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label="Display options" size="small">
          <SlidersVertical aria-hidden />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="end" className="flex w-60 flex-col gap-2 text-xs">
        <ToolbarSelect
          label="Shape"
          value={state.shape ?? ""}
          options={shapeOptions}
          onChange={(value) =>
            change({ shape: mapCategories.find((category) => category === value) ?? null })
          }
        />
        {(["labels", "contours"] as const).map((part) => (
          <LabeledCheckbox
            key={part}
            label={part === "labels" ? "Cluster names" : "Density contours"}
            checked={state[part]}
            onChange={(event) => change({ [part]: event.target.checked })}
          />
        ))}
        <div className="flex flex-wrap gap-1.5">
          <Button size="small" disabled={!undo} onClick={() => undo?.()}>
            <Undo2 aria-hidden />
            Undo step
          </Button>
          <Button size="small" disabled={!redo} onClick={() => redo?.()}>
            <Redo2 aria-hidden />
            Redo step
          </Button>
        </div>
        <CopyLinkButton />
        <Link href="/abstraction" className="link">
          LISI, DBI and invariant share in numbers
        </Link>
      </PopoverContent>
    </Popover>
  );
}
