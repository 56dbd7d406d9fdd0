import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { computeLisi } from "#lib/metrics/lisi.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { measureMixing } from "#lib/projections/abstraction.ts";
import { type BenchContext, type BenchRow, besidePeer, medianSeconds } from "./row.ts";
import { mixture } from "./synthetic.ts";

const [n, columns] = [2000, 256];

/** DBI and LISI of one type, beside sorting all distances of every point, which LISI does without. */
export async function benchMetrics({ log }: BenchContext): Promise<BenchRow[]> {
  const { matrix, labels } = mixture(n, columns);
  log(`Measuring ${n} vectors of ${columns} numbers ...`);
  const lisi = await medianSeconds(() => computeLisi(matrix, labels), 3);
  const sorting = await medianSeconds(() => sortAllDistances(matrix), 1);
  return [
    { name: "daviesBouldin", n, seconds: await medianSeconds(() => daviesBouldin(matrix, labels)) },
    ...besidePeer(
      { name: "computeLisi", n, seconds: lisi },
      { name: "sorting all distances in JavaScript", n, seconds: sorting },
    ),
    {
      name: "measureMixing (DBI, LISI, 20 shuffles)",
      n,
      seconds: await medianSeconds(() => measureMixing(matrix, labels, 30), 3),
    },
  ];
}

function sortAllDistances({ data, rows, columns: width }: Matrix): number {
  let nearest = 0;
  for (let i = 0; i < rows; i++) {
    const distances: [number, number][] = [];
    for (let j = 0; j < rows; j++) {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += ((data[i * width + c] ?? 0) - (data[j * width + c] ?? 0)) ** 2;
      distances.push([sum, j]);
    }
    distances.sort((a, b) => a[0] - b[0]);
    nearest += distances[1]?.[1] ?? 0;
  }
  return nearest;
}
