import { benchPlot, type PlotTimes } from "./plot-bench.ts";
import { reglPlot } from "./regl-plot.ts";
import { scatterPlot } from "./scatter-plot.tsx";

const plots = { Scatter: scatterPlot, "regl-scatterplot": reglPlot };
export type PlotName = keyof typeof plots;

declare global {
  interface Window {
    benchPlot: (name: PlotName, count: number, frames: number) => Promise<PlotTimes>;
  }
}

window.benchPlot = (name, count, frames) => {
  const place = document.createElement("div");
  document.body.append(place);
  return benchPlot(plots[name](place), count, frames).finally(() => place.remove());
};
