import { memo } from "react";
import { benchmarkStyle, themedCss } from "#components/charts/benchmark-palette.ts";
import { svgPoints } from "#components/charts/shapes.ts";
import type { EffectDot } from "./effect-dots.ts";

type EffectMarkProps = {
  dot: EffectDot;
  index: number;
  cx: number;
  cy: number;
  /** The one that Tab leads to. */
  isTabStop: boolean;
  isChosen: boolean;
  isSelected: boolean;
};

/** One memory on the plane, as a button. Gray unless it is named: what may be chance has no color. */
export const EffectMark = memo(function EffectMark({ dot, index, cx, cy, ...is }: EffectMarkProps) {
  const { shape, color } = benchmarkStyle(dot.benchmark);
  const radius = Math.min(9, 3 + Math.sqrt(dot.tasks) / 1.5);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      role="button"
      tabIndex={is.isTabStop ? 0 : -1}
      aria-label={is.isSelected ? `${dot.name}; selected` : dot.name}
      aria-current={is.isChosen || undefined}
      data-dot={index}
      className="group cursor-pointer outline-none"
    >
      <title>{dot.name}</title>
      {is.isSelected ? (
        <circle cx={cx} cy={cy} r={radius + 2.5} className="fill-none stroke-accent" strokeWidth={2} />
      ) : null}
      <polygon
        points={svgPoints(shape, radius, cx, cy)}
        style={{ fill: dot.isNamed ? themedCss(color) : "var(--color-muted)" }}
        className={dot.isSuspect ? "stroke-bad" : "stroke-surface"}
        strokeWidth={dot.isSuspect ? 2 : 0.5}
        opacity={dot.isNamed ? 1 : 0.45}
      />
      {/* As large as a finger needs; the ring of the one that is pointed at, focused or kept. */}
      <circle
        cx={cx}
        cy={cy}
        r={radius + 5}
        fill="transparent"
        strokeWidth={2}
        className={
          is.isChosen
            ? "stroke-foreground"
            : "stroke-transparent group-hover:stroke-line-strong group-focus-visible:stroke-foreground"
        }
      />
    </g>
  );
});
