import { shapeNames, svgPoints } from "#components/charts/shapes.ts";
import { markOf, plainMark, type ScatterLook } from "#components/scatter/look.ts";
import { cssOf } from "#components/scatter/pack-color.ts";
import { boundsOf, fitViewport, toPixel } from "#components/scatter/viewport.ts";
import type { MapPoints } from "#lib/maps/map-binary.ts";

export type PictureInput = {
  points: MapPoints;
  look: ScatterLook;
  visible: Uint8Array;
  /** null = no selection. */
  selected: Uint8Array | null;
  title: string;
  /** What the layout is: algorithm, seed and the like. */
  note: string;
  legend: readonly { name: string; color: string }[];
  dark: boolean;
};

const size = { width: 900, height: 700 };
const titleHeight = 36;
const lineHeight = 18;

/** The map as an SVG document of its own: title, points, legend and how the layout was made. */
export function mapSvg(input: PictureInput): string {
  const { points, legend, dark } = input;
  const legendColumns = 4;
  const legendRows = Math.ceil(legend.length / legendColumns);
  const height = titleHeight + size.height + lineHeight * (legendRows + 2);
  const [ground, ink] = dark ? ["#1c1f24", "#e8eaee"] : ["#ffffff", "#22262e"];
  const viewport = fitViewport(boundsOf(points.x, points.y), size);
  const legendTop = titleHeight + size.height + lineHeight;
  const names = legend.map(({ name, color }, index) => {
    const x = 16 + (index % legendColumns) * (size.width / legendColumns);
    const y = legendTop + Math.floor(index / legendColumns) * lineHeight;
    return `<circle cx="${x}" cy="${y - 4}" r="5" fill="${color}"/><text x="${x + 10}" y="${y}">${escapeXml(name)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}">`,
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    `<text x="16" y="24" font-size="16" font-weight="600">${escapeXml(input.title)}</text>`,
    `<g transform="translate(0 ${titleHeight})" stroke="${ground}" stroke-width="0.5">`,
    ...pointMarks(input, (index) =>
      toPixel(viewport, size, { x: points.x[index] ?? 0, y: points.y[index] ?? 0 }),
    ),
    "</g>",
    ...names,
    `<text x="16" y="${height - 10}" font-size="10">${escapeXml(input.note)}</text>`,
    "</svg>",
  ].join("\n");
}

function pointMarks(
  { points, look, visible, selected }: PictureInput,
  place: (index: number) => { x: number; y: number },
): string[] {
  const radius = Math.min(5, Math.max(1.5, 60 / Math.sqrt(points.ids.length + 1)));
  const { color, shape, sizeCodes } = look;
  const marks: string[] = [];
  // The selection lies on top, as on the screen.
  for (const layer of selected ? [0, 1] : [0]) {
    for (let index = 0; index < points.ids.length; index++) {
      if (!visible[index] || (selected?.[index] ?? 0) !== layer) continue;
      const at = place(index);
      const name = shapeNames.indexOf(shape?.names[shape.codes[index] ?? 0] ?? "circle");
      const mark = markOf(name + (sizeCodes ? 16 * (sizeCodes[index] ?? 1) : plainMark));
      const fill = cssOf(color.palette[color.codes[index] ?? 0] ?? 0);
      const faded = selected && layer === 0 ? ' opacity="0.2"' : "";
      marks.push(
        `<polygon points="${svgPoints(mark.shape, radius * mark.factor, at.x, at.y)}" fill="${fill}"${faded}/>`,
      );
    }
  }
  return marks;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
