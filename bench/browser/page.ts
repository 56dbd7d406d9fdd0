import { type BenchedPlot, benchPlot, type PlotTimes } from "./plot-bench.ts";
import { reglPlot } from "./regl-plot.ts";
import { scatterPlot } from "./scatter-plot.tsx";

export type PlotName = "Scatter" | "regl-scatterplot" | "deck.gl";

declare global {
  interface Window {
    benchPlot: (name: PlotName, count: number, frames: number) => Promise<PlotTimes>;
    /** Comes with a script of its own, where deck.gl could be fetched. */
    deckPlot?: (place: HTMLElement) => BenchedPlot;
  }
}

window.benchPlot = (name, count, frames) => {
  const plots = { Scatter: scatterPlot, "regl-scatterplot": reglPlot, "deck.gl": window.deckPlot };
  const makePlot = plots[name];
  if (!makePlot) throw new Error(`There is no ${name} on this page.`);
  const place = document.createElement("div");
  document.body.append(place);
  return benchPlot(makePlot(place), count, frames).finally(() => place.remove());
};
