import { type Backend, boundsInSight, type Drawing, pixelSize, placementOf, zoomOf } from "./backend.ts";
import { type PointInk, plainMark, sizeFactors } from "./look.ts";
import { markSize } from "./mark-size.ts";
import { type PointGrid, rangesWithin } from "./point-grid.ts";
import { countOf } from "./splat-backend.ts";
import { linkProgram, uploadShapes } from "./webgl-program.ts";

/** A graphics card draws so much more that marks may stay large: what is in sight counts a twentieth. */
const cardFactor = 20;

/**
 * Draws by a graphics card; null where there is no WebGL 2. In software this is the slowest way of all: ask
 * `hasGraphicsCard` before.
 * @param onLost the card was taken away: the canvas is of no more use
 */
export function createWebglBackend(canvas: HTMLCanvasElement, onLost: () => void): Backend | null {
  const gl = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false });
  if (!gl) return null;
  const program = linkProgram(gl);
  // biome-ignore lint/correctness/useHookAtTopLevel: a function of WebGL, not a hook.
  gl.useProgram(program);
  uploadShapes(gl);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const points = makeBuffers(gl, program);
  canvas.addEventListener("webglcontextlost", onLost);

  function draw(drawing: Drawing): void {
    if (!gl || gl.isContextLost()) return;
    const { width, height } = pixelSize(drawing);
    if (width < 1 || height < 1) return;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    points.upload(drawing.grid, drawing.ink);
    gl.viewport(0, 0, width, height);
    const opacity = setUniforms(gl, program, drawing);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawArrays(gl.POINTS, 0, drawing.grid.order.length);
    if (drawing.ink.top.length === 0) return;
    gl.uniform1f(opacity, 1);
    gl.drawElements(gl.POINTS, drawing.ink.top.length, gl.UNSIGNED_INT, 0);
  }

  // The context is left to the canvas: losing it here would leave nothing when an effect runs twice on one canvas.
  const dispose = () => canvas.removeEventListener("webglcontextlost", onLost);
  return { kind: "webgl", draw, dispose };
}

function makeBuffers(gl: WebGL2RenderingContext, program: WebGLProgram) {
  function attribute(name: string, count: number, type: number, normalized: boolean): WebGLBuffer {
    const buffer = gl.createBuffer();
    const location = gl.getAttribLocation(program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, count, type, normalized, 0, 0);
    return buffer;
  }
  const x = attribute("x", 1, gl.FLOAT, false);
  const y = attribute("y", 1, gl.FLOAT, false);
  const ink = attribute("ink", 4, gl.UNSIGNED_BYTE, true);
  const mark = attribute("mark", 1, gl.UNSIGNED_BYTE, false);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  let [grid, points]: [PointGrid | null, PointInk | null] = [null, null];

  function fill(buffer: WebGLBuffer, values: ArrayBufferView): void {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
  }
  /** Sends only what is another than the last time. */
  function upload(nextGrid: PointGrid, nextInk: PointInk): void {
    if (nextGrid !== grid) {
      fill(x, nextGrid.x);
      fill(y, nextGrid.y);
    }
    if (nextInk !== points) {
      fill(ink, nextInk.ink);
      fill(mark, nextInk.marks ?? new Uint8Array(nextInk.ink.length).fill(plainMark));
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, nextInk.top, gl.STATIC_DRAW);
    }
    grid = nextGrid;
    points = nextInk;
  }
  return { upload };
}

/** @returns where the opacity is set */
function setUniforms(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  drawing: Drawing,
): WebGLUniformLocation | null {
  const { grid, size, ratio, ground } = drawing;
  const at = (name: string) => gl.getUniformLocation(program, name);
  const { width, height } = pixelSize(drawing);
  const inSight = countOf(rangesWithin(grid, boundsInSight(drawing)));
  const { radius } = markSize(grid.order.length, inSight / cardFactor, size, zoomOf(drawing), ratio);
  const { opacity } = markSize(grid.order.length, inSight, size, zoomOf(drawing), ratio);
  const { scale, left, top } = placementOf(drawing);
  const shades = [ground & 255, (ground >> 8) & 255, (ground >> 16) & 255].map((byte) => byte / 255);
  const [red = 0, green = 0, blue = 0] = shades;
  gl.clearColor(red, green, blue, 1);
  gl.uniform3f(at("ground"), red, green, blue);
  gl.uniform3f(at("place"), scale, left, top);
  gl.uniform2f(at("canvas"), width, height);
  gl.uniform1f(at("radius"), radius * ratio);
  gl.uniform1fv(at("factors"), [...sizeFactors]);
  const place = at("opacity");
  gl.uniform1f(place, drawing.strong ? 1 : opacity);
  return place;
}
