import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../bin/setup/find-chromium.mjs";
import { bundleDeck, bundlePage } from "./browser/bundle-page.ts";
import type { PlotName } from "./browser/page.ts";
import { type PlotTimes, plotSize } from "./browser/plot-bench.ts";
import { benchPlotQueries } from "./plot-queries.ts";
import type { BenchContext, BenchRow } from "./row.ts";
import { inScratch } from "./scratch.ts";

const counts = [100_000, 1_000_000];
/** deck.gl takes seconds a frame for a million points without a graphics card: it isn't asked to. */
const mostForDeck = 100_000;

/** The plot of the map page in a real browser without a graphics card, beside libraries on the same points. */
export async function benchMapBrowser({ log }: BenchContext): Promise<BenchRow[]> {
  const found = findChromium(new URL("..", import.meta.url).pathname);
  if (!("path" in found)) throw new Error(`No browser to measure in: ${found.skipped}`);
  log("Bundling the page, and fetching deck.gl for it ...");
  const deck = await inScratch(bundleDeck);
  if (deck === null) log("deck.gl could not be fetched: it is left out.");
  const scripts = [await bundlePage(), ...(deck === null ? [] : [deck])];
  const browser = await chromium.launch({
    executablePath: found.path,
    // WebGL for the peers; pages themselves are put together by the processor, as in a virtual machine.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader"],
  });
  try {
    const rows: BenchRow[] = [];
    for (const n of counts) {
      const measure = (name: PlotName): Promise<PlotTimes> => {
        log(`${name}, ${n.toLocaleString("en")} points ...`);
        return measurePlot(browser, scripts, name, n);
      };
      const ours = await measure("Scatter");
      const peers: [PlotName, PlotTimes][] = [["regl-scatterplot", await measure("regl-scatterplot")]];
      if (deck !== null && n <= mostForDeck) peers.push(["deck.gl", await measure("deck.gl")]);
      rows.push(...rowsOf(n, ours, peers), ...(await benchPlotQueries(n)));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

const style = ".fill,.fill>div,canvas{position:absolute;inset:0;width:900px;height:700px}body{margin:0}";

/** One plot in a page of its own. */
async function measurePlot(
  browser: Browser,
  scripts: readonly string[],
  name: PlotName,
  n: number,
): Promise<PlotTimes> {
  const page = await browser.newPage({ viewport: plotSize });
  await page.setContent(`<style>${style}</style>`);
  for (const content of scripts) await page.addScriptTag({ content });
  // The first go compiles: it isn't counted, as nothing else here counts its first.
  await page.evaluate((plot) => window.benchPlot(plot, 2000, 5), name);
  const times = await page.evaluate(([plot, count, frames]) => window.benchPlot(plot, count, frames), [
    name,
    n,
    name === "deck.gl" ? 12 : 60,
  ] as const);
  await page.close();
  return times;
}

const parts: readonly [keyof PlotTimes, string, string][] = [
  ["firstPaint", "first paint", "from delivered columns to the screen"],
  ["frame", "pan and zoom, frame", "the screen's own pace is 0.0167"],
  ["recolor", "recolor", "to the screen, two frames included"],
  ["filter", "filter", "to the screen, two frames included"],
];

function rowsOf(n: number, ours: PlotTimes, peers: readonly [PlotName, PlotTimes][]): BenchRow[] {
  const rows = parts.flatMap(([key, name, note]): BenchRow[] => [
    {
      name,
      n,
      seconds: ours[key] / 1000,
      ratioTo: Object.fromEntries(peers.map(([peer, times]) => [peer, ours[key] / times[key]])),
      note,
    },
    ...peers.map(([peer, times]) => ({ name: `${peer}, ${name}`, n, seconds: times[key] / 1000 })),
  ]);
  // No ratio: a WebGL library does this in another process.
  return [...rows, { name: "pan and zoom, page's thread", n, seconds: ours.work / 1000 }];
}
