"use client";
import { useId, useMemo, useRef } from "react";
import { useElementSize } from "#components/scatter/use-element-size.ts";
import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import { EffectAxes, type PlaneAxes } from "./effect-axes.tsx";
import type { EffectDot } from "./effect-dots.ts";
import { EffectMark } from "./effect-mark.tsx";
import { planeFrame } from "./plane-frame.ts";
import { useDotKeys } from "./use-dot-keys.ts";

type EffectChartProps = {
  axes: PlaneAxes;
  dots: readonly EffectDot[];
  measure: AbstractionMeasure;
  chosen: string | null;
  selected: ReadonlySet<string>;
} & Pick<Parameters<typeof useDotKeys>[0], "onFocus" | "onChoose" | "onPick">;

/** Abstraction against effect, as large as there is room; each dot is a button that shows its memory. */
export function EffectChart({ axes, dots, measure, chosen, selected, ...on }: EffectChartProps) {
  const helpId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const size = useElementSize(ref);
  const frame = useMemo(() => planeFrame(size), [size]);
  const { stop, handlers } = useDotKeys({ dots, chosen, ...on });
  return (
    <div ref={ref} className="absolute inset-0 overflow-hidden">
      {size.width > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset.
        <svg
          role="group"
          aria-label={`${dots.length.toLocaleString("en")} memories by abstraction and effect`}
          aria-describedby={helpId}
          width={size.width}
          height={size.height}
          className="block text-xs"
          {...handlers}
        >
          <EffectAxes axes={axes} frame={frame} measure={measure} />
          {dots.map((dot, index) => (
            <EffectMark
              key={dot.id}
              {...{ dot, index }}
              cx={frame.px(dot.x)}
              cy={frame.py(dot.y)}
              isTabStop={dot.id === stop}
              isChosen={dot.id === chosen}
              isSelected={selected.has(dot.id)}
            />
          ))}
        </svg>
      ) : null}
      <p id={helpId} className="sr-only">
        Arrow keys go to the nearest dot, Enter keeps its memory in the inspector, x selects it.
      </p>
    </div>
  );
}
