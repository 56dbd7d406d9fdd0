import { median } from "simple-statistics";
/** What every plot is made to do, so that all are measured alike. */
export type BenchedPlot = {
  /** Mounts and draws all points. */
  start: (data: PlotData) => Promise<void>;
  /** Draws one frame with another place and zoom (1 = everything), and returns when its work on this thread is done. */
  look: (zoom: number, x: number, y: number) => void;
  /** Another color for every category. */
  recolor: () => Promise<void>;
  /** Hides the points of half of the categories. */
  filter: () => Promise<void>;
  stop: () => void;
};

/** Points in the square from -1 to 1, with one of ten categories each. */
export type PlotData = { x: Float32Array; y: Float32Array; codes: Uint8Array };

export type PlotTimes = {
  /** Milliseconds. From delivered columns to the picture on the screen. */
  firstPaint: number;
  /** Median from frame to frame while moving and zooming; the screen's own pace is the least. */
  frame: number;
  /** Median of what one such frame costs on the page's thread. */
  work: number;
  recolor: number;
  filter: number;
};

export const plotSize = { width: 900, height: 700 };
export const categoryCount = 10;

/** Forty clumps from a seed, the same for every plot. */
export function clumpedData(count: number): PlotData {
  let state = 42;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const centers = Array.from({ length: 40 }, () => [1.6 * random() - 0.8, 1.6 * random() - 0.8] as const);
  const data = { x: new Float32Array(count), y: new Float32Array(count), codes: new Uint8Array(count) };
  for (let index = 0; index < count; index++) {
    const clump = Math.floor(random() * centers.length);
    const [x, y] = centers[clump] ?? [0, 0];
    const inside = (value: number) => Math.max(-1, Math.min(1, value));
    data.x[index] = inside(x + 0.06 * normal());
    data.y[index] = inside(y + 0.06 * normal());
    data.codes[index] = clump % categoryCount;
  }
  return data;
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Two frames on, the picture asked for is on the screen. */
async function timeShown(work: () => Promise<void>): Promise<number> {
  await nextFrame();
  const started = performance.now();
  await work();
  await nextFrame();
  await nextFrame();
  return performance.now() - started;
}

/** One plot through everything, in one go. */
export async function benchPlot(plot: BenchedPlot, count: number, frames: number): Promise<PlotTimes> {
  const data = clumpedData(count);
  const firstPaint = await timeShown(() => plot.start(data));
  const [between, work]: [number[], number[]] = [[], []];
  let before = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    const turn = (2 * Math.PI * frame) / frames;
    const started = performance.now();
    plot.look(1 + 0.4 * Math.sin(turn), 0.15 * Math.cos(turn), 0.15 * Math.sin(turn));
    work.push(performance.now() - started);
    const now = await nextFrame();
    between.push(now - before);
    before = now;
  }
  const recolor = await timeShown(() => plot.recolor());
  const filter = await timeShown(() => plot.filter());
  plot.stop();
  return { firstPaint, frame: median(between), work: median(work), recolor, filter };
}
