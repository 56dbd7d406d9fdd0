import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { packHex } from "#components/scatter/pack-color.ts";
import { Scatter } from "#components/scatter/scatter.tsx";
import { type ScatterData, scatterData } from "#components/scatter/scatter-data.ts";
import { fitViewport, type Viewport } from "#components/scatter/viewport.ts";
import { type BenchedPlot, categoryCount, type PlotData, plotSize } from "./plot-bench.ts";

const palettes = [
  [
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
  ],
  [
    "#6b6b6b",
    "#0f5d2c",
    "#332288",
    "#882255",
    "#2f8fc4",
    "#8c7300",
    "#aa4499",
    "#00876c",
    "#d55e00",
    "#0072b2",
  ],
].map((colors) => Uint32Array.from(colors, packHex));

type Shown = {
  data: ScatterData;
  codes: Uint8Array;
  palette: Uint32Array;
  visible: Uint8Array | null;
  viewport: Viewport | null;
};
const nothing = () => undefined;
const noAreas: readonly never[] = [];

function Plot({ shown }: { shown: Shown }) {
  return (
    <div style={{ position: "relative", ...plotSize }}>
      <Scatter
        data={shown.data}
        look={lookOf(shown)}
        visible={shown.visible}
        selected={null}
        areas={noAreas}
        viewport={shown.viewport}
        onViewport={nothing}
        tool="pan"
        onTool={nothing}
        onSelect={nothing}
        onClear={nothing}
        onPick={nothing}
        onOpen={nothing}
        label="Benchmark"
        theme="light"
        large
        wheel
        className="fill"
      />
    </div>
  );
}

let known: { codes: Uint8Array; palette: Uint32Array } | null = null;
/** The same object while nothing of it changes, as the component asks for. */
function lookOf({ codes, palette }: Shown) {
  if (known?.codes !== codes || known.palette !== palette) known = { codes, palette };
  const look = looks.get(known) ?? { color: known };
  looks.set(known, look);
  return look;
}
const looks = new WeakMap<object, { color: { codes: Uint8Array; palette: Uint32Array } }>();

/** The whole component as the pages use it, React included. */
export function scatterPlot(place: HTMLElement): BenchedPlot {
  const root: Root = createRoot(place);
  let shown: Shown | null = null;
  function show(change: Partial<Shown>): void {
    if (!shown) return;
    const next = { ...shown, ...change };
    shown = next;
    flushSync(() => root.render(<Plot shown={next} />));
  }
  return {
    start: async ({ x, y, codes }: PlotData) => {
      shown = {
        data: scatterData(x, y),
        codes,
        palette: palettes[0] ?? new Uint32Array(categoryCount),
        visible: null,
        viewport: null,
      };
      show({});
    },
    look: (zoom, x, y) => {
      if (!shown) return;
      const fitted = fitViewport(shown.data.grid.bounds, plotSize);
      show({ viewport: { centerX: x, centerY: y, scale: fitted.scale * zoom } });
    },
    recolor: async () => show({ palette: palettes[1] ?? new Uint32Array(categoryCount) }),
    filter: async () => {
      if (shown) show({ visible: shown.codes.map((code) => (code < categoryCount / 2 ? 1 : 0)) });
    },
    stop: () => root.unmount(),
  };
}
