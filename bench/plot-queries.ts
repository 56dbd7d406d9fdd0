import { nearestPoint, pointsInside } from "#components/scatter/find-points.ts";
import { buildPointGrid } from "#components/scatter/point-grid.ts";
import { clumpedData } from "./browser/plot-bench.ts";
import { type BenchRow, medianSeconds } from "./row.ts";

const lasso = Array.from({ length: 300 }, (_, index) => ({
  x: 0.6 * Math.cos((2 * Math.PI * index) / 300),
  y: 0.6 * Math.sin((2 * Math.PI * index) / 300),
}));
const queries = 200;

/** What the pointer asks the plot's index, without a browser: the nearest point, and those in a lasso. */
export async function benchPlotQueries(n: number): Promise<BenchRow[]> {
  const { x, y } = clumpedData(n);
  const grid = buildPointGrid(x, y);
  // Nine pixels of a plot 700 high.
  const reach = (9 * 2) / 700;
  const hover = await medianSeconds(() => {
    for (let query = 0; query < queries; query++) {
      const angle = (2 * Math.PI * query) / queries;
      nearestPoint(grid, { x: 0.5 * Math.cos(angle), y: 0.5 * Math.sin(angle) }, reach, null);
    }
  });
  return [
    { name: "index", n, seconds: await medianSeconds(() => buildPointGrid(x, y)), note: "once a plot" },
    {
      name: "hover",
      n,
      seconds: hover / queries,
      note: `the point nearest to the pointer, ${((1e6 * hover) / queries).toFixed(1)} microseconds`,
    },
    {
      name: "lasso",
      n,
      seconds: await medianSeconds(() => pointsInside(grid, lasso, null)),
      note: "of 300 corners",
    },
  ];
}
