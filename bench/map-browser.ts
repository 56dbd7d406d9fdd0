import { chromium } from "@playwright/test";
import { findChromium } from "../bin/setup/find-chromium.mjs";
import { bundlePage } from "./browser/bundle-page.ts";
import type { PlotName } from "./browser/page.ts";
import { type PlotTimes, plotSize } from "./browser/plot-bench.ts";
import { benchPlotQueries } from "./plot-queries.ts";
import { type BenchContext, type BenchRow, besidePeer } from "./row.ts";

const counts = [100_000, 1_000_000];
const peer: PlotName = "regl-scatterplot";

/** The plot of the map page in a real browser without a graphics card, beside regl-scatterplot on the same points. */
export async function benchMapBrowser({ log }: BenchContext): Promise<BenchRow[]> {
  const found = findChromium(new URL("..", import.meta.url).pathname);
  if (!("path" in found)) throw new Error(`No browser to measure in: ${found.skipped}`);
  log("Bundling the page ...");
  const script = await bundlePage();
  const browser = await chromium.launch({
    executablePath: found.path,
    // WebGL for the peer; pages themselves are put together by the processor, as in a virtual machine.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader"],
  });
  try {
    const rows: BenchRow[] = [];
    for (const n of counts) {
      const measure = async (name: PlotName): Promise<PlotTimes> => {
        log(`${name}, ${n.toLocaleString("en")} points ...`);
        const page = await browser.newPage({ viewport: plotSize });
        await page.setContent(
          "<style>body{margin:0}.fill,.fill>div,canvas{position:absolute;inset:0;width:900px;height:700px}</style>",
        );
        await page.addScriptTag({ content: script });
        // The first go compiles: it isn't counted, as nothing else here counts its first.
        await page.evaluate((plot) => window.benchPlot(plot, 2000, 5), name);
        const times = await page.evaluate(([plot, count, frames]) => window.benchPlot(plot, count, frames), [
          name,
          n,
          60,
        ] as const);
        await page.close();
        return times;
      };
      rows.push(...rowsOf(n, await measure("Scatter"), await measure(peer)), ...(await benchPlotQueries(n)));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

const parts: readonly [keyof PlotTimes, string, string][] = [
  ["firstPaint", "first paint", "from delivered columns to the screen"],
  ["frame", "pan and zoom, frame", "the screen's own pace is 0.0167"],
  ["recolor", "recolour", "to the screen, two frames included"],
  ["filter", "filter", "to the screen, two frames included"],
];

function rowsOf(n: number, ours: PlotTimes, theirs: PlotTimes): BenchRow[] {
  const rows = parts.flatMap(([key, name, note]) =>
    besidePeer(
      { name, n, seconds: ours[key] / 1000, note },
      { name: `${peer}, ${name}`, n, seconds: theirs[key] / 1000 },
    ),
  );
  // No ratio: a WebGL library does this in another process.
  return [...rows, { name: "pan and zoom, page's thread", n, seconds: ours.work / 1000 }];
}
