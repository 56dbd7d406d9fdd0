import createScatterplot from "regl-scatterplot";
import { type BenchedPlot, categoryCount, type PlotData, plotSize } from "./plot-bench.ts";

const colors = [
  "#0072b2",
  "#d55e00",
  "#00876c",
  "#aa4499",
  "#8c7300",
  "#2f8fc4",
  "#882255",
  "#332288",
  "#0f5d2c",
  "#6b6b6b",
];

/** regl-scatterplot with what its documentation says for many points: columns, small marks, performance mode. */
export function reglPlot(place: HTMLElement): BenchedPlot {
  const canvas = document.createElement("canvas");
  canvas.width = plotSize.width;
  canvas.height = plotSize.height;
  place.append(canvas);
  const plot = createScatterplot({
    canvas,
    ...plotSize,
    pointSize: 2,
    performanceMode: true,
    colorBy: "category",
    pointColor: colors,
    backgroundColor: "#ffffff",
  });
  let codes = new Uint8Array();
  return {
    start: async (data: PlotData) => {
      codes = data.codes as Uint8Array<ArrayBuffer>;
      await plot.draw({ x: Array.from(data.x), y: Array.from(data.y), category: Array.from(data.codes) });
    },
    look: (zoom, x, y) => {
      plot.view([zoom, 0, 0, 0, 0, zoom, 0, 0, 0, 0, 1, 0, -x * zoom, -y * zoom, 0, 1]);
    },
    recolor: async () => {
      await plot.set({ pointColor: [...colors].reverse() });
    },
    filter: async () => {
      const kept: number[] = [];
      codes.forEach((code, index) => {
        if (code < categoryCount / 2) kept.push(index);
      });
      await plot.filter(kept);
    },
    stop: () => {
      plot.destroy();
      canvas.remove();
    },
  };
}
