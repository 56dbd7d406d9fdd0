/** Coordinates as stored: Float32 little-endian, n x values, then n y values. */
export function encodeCoordinates(coordinates: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(coordinates.length * 4);
  const view = new DataView(bytes.buffer);
  coordinates.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return bytes;
}

/** The columns of stored coordinates. */
export function decodeCoordinates(bytes: Uint8Array): { x: Float32Array; y: Float32Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const n = bytes.byteLength / 8;
  const column = (from: number) =>
    Float32Array.from({ length: n }, (_, i) => view.getFloat32(4 * (from + i), true));
  return { x: column(0), y: column(n) };
}
