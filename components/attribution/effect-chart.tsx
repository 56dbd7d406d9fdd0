import { benchmarkStyle, themedCss } from "#components/charts/benchmark-palette.ts";
import { svgPoints } from "#components/charts/shapes.ts";
import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import type { EffectPlane, PlanePoint } from "#lib/attribution/effect-plane.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";

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
        className="fill-sunken"
      />
      <text
        x={toLeft ? margin.left + 8 : width - margin.right - 8}
        y={height - margin.bottom - 10}
        textAnchor={toLeft ? "start" : "end"}
        className="fill-muted font-medium"
      >
        abstract, below the baseline
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
            {formatSigned(100 * value, 0)}
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
        points
      </text>
    </g>
  );
}

/** Gray unless it is named harmful or helpful: what may be chance has no color. */
function Point({ point: { row, isSuspect, x, y } }: { point: PlanePoint }) {
  const { shape, color } = benchmarkStyle(row.benchmark);
  const isNamed = row.verdict === "harmful" || row.verdict === "helpful";
  return (
    <a href={`/memories/${row.memoryId}`} tabIndex={-1}>
      <title>{`${row.title} (${row.benchmark}, ${row.tasks} tasks): ${row.verdict}`}</title>
      <polygon
        points={svgPoints(shape, Math.min(9, 3 + Math.sqrt(row.tasks) / 1.5), px(x), py(y))}
        style={{ fill: isNamed ? themedCss(color) : "var(--color-muted)" }}
        className={isSuspect ? "stroke-bad" : "stroke-surface"}
        strokeWidth={isSuspect ? 2 : 0.5}
        opacity={isNamed ? 1 : 0.45}
      />
    </a>
  );
}
