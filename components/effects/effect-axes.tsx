import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import type { EffectPlane } from "#lib/attribution/effect-plane.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import { abstractionNames, formatAbstraction } from "./effect-names.ts";
import type { PlaneFrame } from "./plane-frame.ts";

/** What of the plane the axes are drawn by. */
export type PlaneAxes = Pick<EffectPlane, "division" | "zero" | "xTicks" | "yTicks">;

type EffectAxesProps = { axes: PlaneAxes; frame: PlaneFrame; measure: AbstractionMeasure };

/** Behind the dots: the corner of the abstract and harmful, the scales, the median and the line of no effect. */
export function EffectAxes({ axes, frame, measure }: EffectAxesProps) {
  const { left, right, top, bottom, px, py } = frame;
  return (
    <g aria-hidden className="fill-muted">
      <SuspectCorner axes={axes} frame={frame} measure={measure} />
      {axes.yTicks.map(({ at, value }) => (
        <g key={value}>
          <line x1={left} x2={right} y1={py(at)} y2={py(at)} className="stroke-line" />
          <text x={left - 6} y={py(at) + 4} textAnchor="end">
            {formatSigned(100 * value, 0)}
          </text>
        </g>
      ))}
      {axes.xTicks.map(({ at, value }) => (
        <text key={at} x={px(at)} y={bottom + 14} textAnchor="middle">
          {formatAbstraction(value, measure)}
        </text>
      ))}
      <line
        x1={px(axes.division)}
        x2={px(axes.division)}
        y1={top}
        y2={bottom}
        className="stroke-line-strong"
        strokeDasharray="4 3"
      />
      <line x1={left} x2={right} y1={py(axes.zero)} y2={py(axes.zero)} className="stroke-line-strong" />
      <text x={right} y={bottom + 30} textAnchor="end">
        {abstractionNames[measure]} →
      </text>
      <text x={4} y={py(0.875) + 4}>
        points
      </text>
    </g>
  );
}

function SuspectCorner({ axes, frame, measure }: EffectAxesProps) {
  const { left, right, bottom, px, py } = frame;
  // Few lint findings mean abstract, so the suspects lie on the other side.
  const toLeft = measure === "lintFindings";
  const middle = px(axes.division);
  return (
    <>
      <rect
        x={toLeft ? left : middle}
        width={toLeft ? middle - left : right - middle}
        y={py(axes.zero)}
        height={bottom - py(axes.zero)}
        className="fill-sunken"
      />
      <text
        x={toLeft ? left + 8 : right - 8}
        y={bottom - 10}
        textAnchor={toLeft ? "start" : "end"}
        className="font-medium"
      >
        abstract, below the baseline
      </text>
    </>
  );
}
