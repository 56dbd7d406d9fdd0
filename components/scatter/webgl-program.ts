import { shapeNames } from "#components/charts/shapes.ts";
import { sizeFactors } from "./look.ts";
import { coverageOf } from "./stamp.ts";

const vertexSource = `#version 300 es
in float x;
in float y;
in vec4 ink;
in float mark;
uniform vec3 place;
uniform vec2 canvas;
uniform float radius;
uniform float factors[${sizeFactors.length}];
out vec4 color;
flat out float shape;
flat out float reach;
void main() {
  vec2 pixel = vec2(x * place.x + place.y, place.z - y * place.x);
  float own = radius * factors[int(mark) / 16];
  color = ink;
  shape = mod(mark, 16.0);
  reach = own;
  gl_PointSize = own < 2.0 ? max(1.0, floor(2.0 * own + 0.5)) : 2.0 * (own * 1.2 + 1.0);
  gl_Position = ink.a == 0.0
    ? vec4(2.0, 2.0, 0.0, 1.0)
    : vec4(pixel.x / canvas.x * 2.0 - 1.0, 1.0 - pixel.y / canvas.y * 2.0, 0.0, 1.0);
}`;

const fragmentSource = `#version 300 es
precision highp float;
precision highp sampler2DArray;
in vec4 color;
flat in float shape;
flat in float reach;
uniform float opacity;
uniform vec3 ground;
uniform sampler2DArray shapes;
out vec4 fragment;
float cover(vec2 at, float radius) {
  return texture(shapes, vec3(0.5 + at / radius / 2.4, shape)).r;
}
void main() {
  float strength = color.a * opacity;
  if (reach < 2.0) { fragment = vec4(color.rgb, 1.0) * strength; return; }
  vec2 at = (gl_PointCoord - 0.5) * 2.0 * (reach * 1.2 + 1.0);
  float fill = cover(at, reach) * strength;
  float halo = reach < 2.5 ? 0.0 : cover(at, reach + 0.7) * strength * 0.8;
  fragment = vec4(color.rgb * fill + ground * halo * (1.0 - fill), fill + halo * (1.0 - fill));
}`;

/** @throws Error with the driver's words when it refuses the shaders */
export function linkProgram(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertexSource],
    [gl.FRAGMENT_SHADER, fragmentSource],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error("This graphics card gives no shader.");
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(gl.getProgramInfoLog(program) ?? "The shaders did not link.");
  }
  return program;
}

const side = 64;

/** The ten shapes as layers of a texture: the same outlines that the other backend and the legend use. */
export function uploadShapes(gl: WebGL2RenderingContext): void {
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, gl.createTexture());
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 7, gl.R8, side, side, shapeNames.length);
  shapeNames.forEach((name, layer) => {
    const picture = new Uint8Array(side * side);
    const { dx, dy, cover } = coverageOf(name, side / 2.4);
    cover.forEach((share, index) => {
      const [column, row] = [(dx[index] ?? 0) + side / 2, (dy[index] ?? 0) + side / 2];
      if (column >= 0 && row >= 0 && column < side && row < side)
        picture[row * side + column] = Math.min(255, share);
    });
    gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, side, side, 1, gl.RED, gl.UNSIGNED_BYTE, picture);
  });
  gl.generateMipmap(gl.TEXTURE_2D_ARRAY);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}
