"use client";
import { Maximize, Minus, Plus } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";

type ZoomButtonsProps = { onZoom: (factor: number) => void; onReset: () => void; isMoved: boolean };

export function ZoomButtons({ onZoom, onReset, isMoved }: ZoomButtonsProps) {
  return (
    <div className="absolute right-1.5 bottom-1.5 flex gap-1 rounded-md bg-surface/85">
      {isMoved ? (
        <IconButton size="small" label="Show everything" onClick={onReset}>
          <Maximize aria-hidden />
        </IconButton>
      ) : null}
      <IconButton size="small" label="Zoom out" onClick={() => onZoom(1 / 1.5)}>
        <Minus aria-hidden />
      </IconButton>
      <IconButton size="small" label="Zoom in" onClick={() => onZoom(1.5)}>
        <Plus aria-hidden />
      </IconButton>
    </div>
  );
}
