import { benchmarkStyle, themedCss } from "#components/charts/benchmark-palette.ts";
import { svgPoints } from "#components/charts/shapes.ts";
import type { AbstractionMeasure } from "#lib/transfer/abstraction-effects.ts";
import { type EffectPlane, isSuspect, type PlanePoint } from "#lib/transfer/effect-plane.ts";

type EffectChartProps = { plane: EffectPlane; measure: AbstractionMeasure; measureName: string };

const [width, height] = [760, 400];
const margin = { left: 48, right: 12, top: 12, bottom: 36 };
const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
const px = (share: number) => margin.left + share * inner.width;
const py = (share: number) => margin.top + (1 - share) * inner.height;

/** Abstraction against effect, drawn; the table beside it has every number and link, so this is for the eye alone. */
export function EffectChart({ plane, measure, measureName }: EffectChartProps) {
  const { division, zero } = plane;
  // Few lint findings mean abstract, so the suspects lie on the other side.
  const toLeft = measure === "lintFindings";
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="h-auto w-full min-w-xl text-xs">
      <rect
        x={toLeft ? margin.left : px(division)}
        width={toLeft ? px(division) - margin.left : width - margin.right - px(division)}
        y={py(zero)}
        height={height - margin.bottom - py(zero)}
        className="fill-bad-soft"
      />
      <text
        x={toLeft ? margin.left + 8 : width - margin.right - 8}
        y={height - margin.bottom - 10}
        textAnchor={toLeft ? "start" : "end"}
        className="fill-bad font-medium"
      >
        abstract and harmful
      </text>
      <Axes plane={plane} measureName={measureName} wholeTicks={toLeft} />
      {plane.points.map((point) => (
        <Point key={point.row.memoryId} point={point} />
      ))}
    </svg>
  );
}

function Axes({
  plane,
  measureName,
  wholeTicks,
}: {
  plane: EffectPlane;
  measureName: string;
  wholeTicks: boolean;
}) {
  return (
    <g className="fill-muted">
      {plane.yTicks.map(({ at, value }) => (
        <g key={value}>
          <line x1={margin.left} x2={width - margin.right} y1={py(at)} y2={py(at)} className="stroke-line" />
          <text x={margin.left - 6} y={py(at) + 4} textAnchor="end">
            {value > 0 ? `+${value}` : value}
          </text>
        </g>
      ))}
      {plane.xTicks.map(({ at, value }) => (
        <text key={at} x={px(at)} y={height - margin.bottom + 14} textAnchor="middle">
          {value.toFixed(wholeTicks ? 0 : 2)}
        </text>
      ))}
      <line
        x1={px(plane.division)}
        x2={px(plane.division)}
        y1={margin.top}
        y2={height - margin.bottom}
        className="stroke-line-strong"
        strokeDasharray="4 3"
      />
      <line
        x1={margin.left}
        x2={width - margin.right}
        y1={py(plane.zero)}
        y2={py(plane.zero)}
        className="stroke-line-strong"
      />
      <text x={width - margin.right} y={height - 4} textAnchor="end">
        {measureName} →
      </text>
      <text x={4} y={py(0.875) + 4}>
        effect
      </text>
    </g>
  );
}

function Point({ point: { row, quadrant, x, y, low, high } }: { point: PlanePoint }) {
  const style = benchmarkStyle(row.benchmark);
  const suspect = isSuspect(quadrant);
  const quiet = quadrant.direction === "unclear";
  return (
    <g opacity={quiet ? 0.45 : 1}>
      {low !== null && high !== null ? (
        <line
          x1={px(x)}
          x2={px(x)}
          y1={py(low)}
          y2={py(high)}
          className={suspect ? "stroke-bad" : "stroke-line-strong"}
          strokeWidth={suspect ? 1.5 : 0.75}
        />
      ) : null}
      <a href={`/memories/${row.memoryId}`} tabIndex={-1}>
        <title>{`${row.title} (${row.benchmark}, ${row.tasks} tasks)`}</title>
        <polygon
          points={svgPoints(style.shape, Math.min(9, 3 + Math.sqrt(row.tasks) / 1.5), px(x), py(y))}
          style={{ fill: themedCss(style.color) }}
          className={suspect ? "stroke-bad" : "stroke-surface"}
          strokeWidth={suspect ? 2 : 0.5}
        />
      </a>
    </g>
  );
}
