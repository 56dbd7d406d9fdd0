import { Deck, OrthographicView } from "@deck.gl/core";
import { ScatterplotLayer } from "@deck.gl/layers";

// JavaScript: deck.gl is fetched for the measurement alone, so its types are not here to check against.
const size = { width: 900, height: 700 };
const colors = [
  [0, 114, 178],
  [213, 94, 0],
  [0, 135, 108],
  [170, 68, 153],
  [140, 115, 0],
  [47, 143, 196],
  [136, 34, 85],
  [51, 34, 136],
  [15, 93, 44],
  [107, 107, 107],
];

/** @param {Uint8Array} codes @param {number[][]} palette @param {(code: number) => boolean} shown */
function colorBytes(codes, palette, shown) {
  const bytes = new Uint8Array(4 * codes.length);
  codes.forEach((code, index) => {
    bytes.set(palette[code] ?? [0, 0, 0], 4 * index);
    bytes[4 * index + 3] = shown(code) ? 255 : 0;
  });
  return bytes;
}

/** deck.gl as its guide on performance says: binary columns given as attributes, marks of two pixels. */
globalThis.deckPlot = (place) => {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, size);
  place.append(canvas);
  let [deck, positions, codes] = [null, new Float32Array(), new Uint8Array()];
  const layer = (palette, shown) =>
    new ScatterplotLayer({
      id: "points",
      data: {
        length: codes.length,
        attributes: {
          getPosition: { value: positions, size: 2 },
          getFillColor: { value: colorBytes(codes, palette, shown), size: 4, normalized: true },
        },
      },
      radiusUnits: "pixels",
      getRadius: 1,
    });
  const drawn = (props) =>
    new Promise((resolve) => {
      deck.setProps({ ...props, onAfterRender: () => resolve(undefined) });
    });
  const viewState = (zoom, x, y) => ({ target: [x, y, 0], zoom: Math.log2(330 * zoom) });
  return {
    start: async (data) => {
      codes = data.codes;
      positions = new Float32Array(2 * codes.length);
      codes.forEach((_, index) => {
        positions[2 * index] = data.x[index];
        positions[2 * index + 1] = data.y[index];
      });
      await new Promise((resolve) => {
        deck = new Deck({
          canvas,
          ...size,
          useDevicePixels: false,
          views: new OrthographicView(),
          viewState: viewState(1, 0, 0),
          layers: [layer(colors, () => true)],
          onAfterRender: () => resolve(undefined),
        });
      });
    },
    look: (zoom, x, y) => deck.setProps({ viewState: viewState(zoom, x, y) }),
    recolor: () => drawn({ layers: [layer([...colors].reverse(), () => true)] }),
    filter: () => drawn({ layers: [layer(colors, (code) => code < 5)] }),
    stop: () => {
      deck.finalize();
      canvas.remove();
    },
  };
};
