/** Names that drivers give themselves when the processor does a graphics card's work. */
const softwareNames = /swiftshader|llvmpipe|softpipe|software|basic render|warp/i;

export function isSoftwareRenderer(name: string): boolean {
  return softwareNames.test(name);
}

let known: boolean | undefined;

/**
 * Whether WebGL draws by a graphics card here. Asked once, on a canvas of its own: the browser's "no major performance
 * caveat" lets some software renderers through, and a canvas that was given one can't be drawn on in another way.
 */
export function hasGraphicsCard(): boolean {
  known ??= probe();
  return known;
}

function probe(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return !isSoftwareRenderer(name);
}
