/**
 * How a map travels: 4 bytes with the length of a JSON header (padded to a multiple of 4), the header,
 * x, y and the numbers as Float32 columns (NaN = not known), 16 bytes of id a point, one byte a point for each category,
 * one that is 1 for points placed later.
 * Little-endian, as every machine that runs a browser is.
 */

/** One name a point: `names[codes[i]]`. */
export type CategoryColumn = { names: string[]; codes: Uint8Array };

export const mapCategories = [
  "type",
  "benchmark",
  "outcome",
  "lifecycle",
  "generator",
  "tags",
  "placement",
  "verdict",
] as const;
export type MapCategory = (typeof mapCategories)[number];

/** What is known of each point in numbers; lib/maps/map-measures.ts says what they mean. */
export const mapNumbers = [
  "lisi",
  "invariantShare",
  "foreignNeighbors",
  "effect",
  "effectQ",
  "effectTasks",
  "netTasks",
  "retrievals",
  "ageDays",
  "lintFindings",
] as const;
export type MapNumber = (typeof mapNumbers)[number];

/** The points of one map as columns; all of the same length. */
export type MapPoints = {
  x: Float32Array;
  y: Float32Array;
  ids: string[];
  /** 1 = came or changed after the layout and was placed among the others. */
  placed: Uint8Array;
  categories: Record<MapCategory, CategoryColumn>;
  /** NaN = not known, never 0. */
  numbers: Record<MapNumber, Float32Array>;
};

/**
 * Where the points of a stored map are had, packed.
 * @param key id of its projection, with `?alignTo=ID` where it is to lie on another
 */
export function mapAddress(key: string): string {
  return `/api/projections/${key}${key.includes("?") ? "&" : "?"}gzip`;
}

type Header = { count: number; names: Record<MapCategory, string[]> };

const idBytes = 16;
const floatBytes = 4 * (2 + mapNumbers.length);
/** A category a byte, and `placed`. */
const pointBytes = floatBytes + idBytes + mapCategories.length + 1;
const mostNames = 255;

/** Codes of the values of one category, names in alphabetical order; the 256th name and later become "other". */
export function categoryColumn(values: readonly string[]): CategoryColumn {
  const distinct = [...new Set(values)].sort((a, b) => a.localeCompare(b, "en"));
  const names = distinct.length <= mostNames ? distinct : [...distinct.slice(0, mostNames - 1), "other"];
  const codeOf = new Map(names.map((name, code) => [name, code]));
  return { names, codes: Uint8Array.from(values, (value) => codeOf.get(value) ?? names.length - 1) };
}

/** Columns of numbers that nobody knows. */
export function unknownNumbers(count: number): Record<MapNumber, Float32Array> {
  return Object.fromEntries(
    mapNumbers.map((name) => [name, new Float32Array(count).fill(Number.NaN)]),
  ) as Record<MapNumber, Float32Array>;
}

/** Packs points for the wire. */
export function encodeMap(points: MapPoints): Uint8Array<ArrayBuffer> {
  const count = points.ids.length;
  const names = Object.fromEntries(mapCategories.map((name) => [name, points.categories[name].names]));
  const json = new TextEncoder().encode(JSON.stringify({ count, names }));
  const headerBytes = Math.ceil(json.length / 4) * 4;
  const columnsAt = 4 + headerBytes;
  const bytes = new Uint8Array(columnsAt + count * pointBytes).fill(0x20, 4, columnsAt);
  new DataView(bytes.buffer).setUint32(0, headerBytes, true);
  bytes.set(json, 4);
  [points.x, points.y, ...mapNumbers.map((name) => points.numbers[name])].forEach((column, index) => {
    new Float32Array(bytes.buffer, columnsAt + 4 * count * index, count).set(column);
  });
  const idsAt = columnsAt + floatBytes * count;
  points.ids.forEach((id, index) => {
    packId(id, bytes, idsAt + index * idBytes);
  });
  mapCategories.forEach((name, index) => {
    bytes.set(points.categories[name].codes, idsAt + count * (idBytes + index));
  });
  bytes.set(points.placed, idsAt + count * (idBytes + mapCategories.length));
  return bytes;
}

/**
 * Unpacks what `encodeMap` packed; the columns are views of `buffer`.
 * @throws RangeError when the buffer is shorter than its header says
 */
export function decodeMap(buffer: ArrayBuffer): MapPoints {
  if (buffer.byteLength < 4) throw new RangeError("The map is cut short: it has no header.");
  const headerBytes = new DataView(buffer).getUint32(0, true);
  const columnsAt = 4 + headerBytes;
  if (buffer.byteLength < columnsAt) throw new RangeError("The map is cut short inside its header.");
  const { count, names } = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, 4, headerBytes)),
  ) as Header;
  const expected = columnsAt + count * pointBytes;
  if (buffer.byteLength < expected) {
    throw new RangeError(`The map is cut short: ${buffer.byteLength} of ${expected} bytes.`);
  }
  const idsAt = columnsAt + floatBytes * count;
  const bytes = new Uint8Array(buffer);
  const floats = (index: number) => new Float32Array(buffer, columnsAt + 4 * count * index, count);
  const codes = (index: number) => new Uint8Array(buffer, idsAt + count * (idBytes + index), count);
  const column = (name: MapCategory) => ({ names: names[name], codes: codes(mapCategories.indexOf(name)) });
  return {
    x: floats(0),
    y: floats(1),
    ids: unpackIds(bytes, idsAt, count),
    placed: codes(mapCategories.length),
    categories: Object.fromEntries(mapCategories.map((name) => [name, column(name)])) as Record<
      MapCategory,
      CategoryColumn
    >,
    numbers: Object.fromEntries(mapNumbers.map((name, index) => [name, floats(2 + index)])) as Record<
      MapNumber,
      Float32Array
    >,
  };
}

/** Where the two digits of each byte stand in an id: dashes follow the 4th, 6th, 8th and 10th byte. */
const digitsAt = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const idLength = 36;
const dash = "-".charCodeAt(0);
const digitCodes = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

/** Writes an id as bytes. Digit by digit, without a string for each: maps have a hundred thousand of them. */
function packId(id: string, bytes: Uint8Array, start: number): void {
  for (let index = 0; index < idBytes; index++) {
    const at = digitsAt[index] ?? 0;
    bytes[start + index] = 16 * digitOf(id.charCodeAt(at)) + digitOf(id.charCodeAt(at + 1));
  }
}

/** The value of a hexadecimal digit, either case. */
function digitOf(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

/** The ids of packed bytes: written into one text and cut from that, for joining each from its digits takes longer. */
function unpackIds(bytes: Uint8Array, start: number, count: number): string[] {
  const characters = new Uint8Array(count * idLength).fill(dash);
  for (let index = 0; index < count; index++) {
    const from = start + index * idBytes;
    const to = index * idLength;
    for (let byte = 0; byte < idBytes; byte++) {
      const value = bytes[from + byte] as number;
      const at = to + (digitsAt[byte] as number);
      characters[at] = digitCodes[value >> 4] as number;
      characters[at + 1] = digitCodes[value & 15] as number;
    }
  }
  const text = new TextDecoder().decode(characters);
  return Array.from({ length: count }, (_, index) => text.slice(index * idLength, (index + 1) * idLength));
}
