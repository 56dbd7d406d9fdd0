import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { placeLabels, type ScatterLabel } from "./place-labels.ts";

const size = { width: 200, height: 100 };
const viewport = { centerX: 0, centerY: 0, scale: 1 };
const measure = (text: string) => ({ width: 6 * text.length, height: 14 });
const label = (x: number, y: number, text: string, priority = 1): ScatterLabel => ({ x, y, text, priority });
const place = (labels: ScatterLabel[], zoom = 1, plot = size) =>
  placeLabels(labels, { ...viewport, scale: zoom }, plot, measure);

describe("placeLabels", () => {
  it("puts a label a line above where it belongs, so that the points stay in sight", () => {
    expect(place([label(0, 0, "tests")])).toMatchObject([{ left: 100, top: 32, text: "tests" }]);
  });
  it("moves the less important one of two aside, and leaves a fourth out", () => {
    const four = ["one", "two", "three", "four"].map((text, index) => label(0, 0, text, -index));
    const square = { width: 200, height: 200 };
    expect(place(four, 1, square).map(({ text, top }) => [text, top])).toEqual([
      ["one", 82],
      ["two", 118],
      ["three", 100],
    ]);
  });
  it("makes room for more by zooming in", () => {
    const crowd = Array.from({ length: 3 }, (_, index) => label(index * 6 - 6, 0, "crowded"));
    expect(place(crowd, 8).length).toBe(3);
    const narrow = { width: 200, height: 40 };
    expect(placeLabels(crowd, viewport, narrow, measure).length).toBeLessThan(3);
  });
  it("keeps a label whole at the edge, and drops what is out of sight", () => {
    const [atEdge, ...others] = place([label(-99, 0, "long label here"), label(300, 0, "away")]);
    expect(others).toHaveLength(0);
    expect(atEdge?.left).toBe((6 * "long label here".length) / 2);
  });
  it("leaves the corner of the zoom buttons free", () => {
    for (const y of [-48, 48]) {
      const [placed] = place([label(90, y, "corner")]);
      expect(placed === undefined || placed.top < 100 - 36).toBe(true);
    }
    expect(place([label(90, -48, "corner"), label(90, 48, "corner")])).toHaveLength(1);
  });
  it("never lets two labels touch", () => {
    const random = seededRandom(5);
    const labels = Array.from({ length: 200 }, (_, index) =>
      label(200 * random() - 100, 100 * random() - 50, "x".repeat(1 + (index % 9)), random()),
    );
    const large = { width: 1000, height: 400 };
    const placed = placeLabels(labels, { ...viewport, scale: 4 }, large, measure);
    expect(placed).toHaveLength(33);
    for (const a of placed) {
      for (const b of placed) {
        if (a === b) continue;
        const apartX = Math.abs(a.left - b.left) >= (measure(a.text).width + measure(b.text).width) / 2;
        const apartY = Math.abs(a.top - b.top) >= 14;
        expect(apartX || apartY).toBe(true);
      }
    }
  });
});
