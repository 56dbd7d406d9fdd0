import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { cn } from "#components/ui/class-names.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { SourceTarget } from "#lib/attribution/group-effect-queries.ts";
import { isNamedGroup } from "#lib/attribution/group-effects.ts";
import { formatDifference, formatP } from "#lib/transfer/format.ts";

/** The largest effect that darkens a cell further, and the darkest it gets, in percent: its text stays readable. */
const [fullEffect, mostShade] = [0.3, 22];
/** Effects at fewer tasks than these are written in gray and not shaded: they would stand out most and say least. */
const fewTasks = 10;

/** Source by target: effect and number of tasks in each cell. Shade = size of the effect, color only at q ≤ .05. */
export function SourceTargetMap({ cells }: { cells: readonly SourceTarget[] }) {
  const sources = namesOf(cells, ({ source }) => source);
  const targets = namesOf(cells, ({ target }) => target);
  const at = new Map(cells.map((cell) => [cell.group, cell]));
  return (
    <ScrollRegion label="Effects by source and target, scrolling" className="overflow-x-auto">
      <table className="border-separate border-spacing-0.5 text-xs" aria-label="Source by target benchmark">
        <thead>
          <tr>
            <th scope="col" className="px-1 text-left font-medium text-muted">
              memories of ↓, at tasks of →
            </th>
            {targets.map((target) => (
              <th key={target} scope="col" className="px-1 text-left font-medium">
                <BenchmarkMark name={target} className="max-w-28" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source}>
              <th scope="row" className="px-1 text-left font-medium">
                <BenchmarkMark name={source} className="max-w-40" />
              </th>
              {targets.map((target) => (
                <Cell key={target} cell={at.get(JSON.stringify([source, target]))} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ cell }: { cell: SourceTarget | undefined }) {
  if (!cell) return <td className="h-8 min-w-24 border border-line px-1.5 text-center text-muted">–</td>;
  const named = isNamedGroup(cell);
  const isSmall = cell.q === null || cell.tasks < fewTasks;
  const shade = isSmall ? 0 : Math.min(1, Math.abs(cell.effect) / fullEffect) * mostShade;
  return (
    <td
      title={says(cell)}
      className={cn(
        "h-8 min-w-24 border border-line px-1.5 text-right whitespace-nowrap",
        named === "harmful" && "border-bad bg-bad-soft font-semibold text-bad",
        named === "helpful" && "border-good bg-good-soft font-semibold text-good",
        named === null && isSmall && "text-muted",
      )}
      style={
        named || shade === 0
          ? undefined
          : { background: `color-mix(in srgb, var(--line-strong) ${shade.toFixed(0)}%, var(--surface))` }
      }
    >
      {formatDifference({ delta: cell.effect, ci: null })} <span className="font-normal">n {cell.tasks}</span>
    </td>
  );
}

function says(cell: SourceTarget): string {
  const { source, target, effect, ci, q, tasks, memories, passed, expected, attempts } = cell;
  const sure = q === null ? "too few tasks to test" : `q = ${formatP(q)}`;
  return `${memories} memories of ${source} at ${tasks} tasks of ${target}: ${formatDifference({ delta: effect, ci })} points; ${passed} of ${attempts} attempts passed, ${expected.toFixed(1)} expected; ${sure}`;
}

function namesOf(cells: readonly SourceTarget[], name: (cell: SourceTarget) => string): string[] {
  return [...new Set(cells.map(name))].sort((a, b) => a.localeCompare(b, "en"));
}
