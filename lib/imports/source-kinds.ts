/** What a file that is no text starts with, and what to do about it. */
const KINDS: readonly [starts: string, sentence: string][] = [
  ["PK\u0003\u0004", "This is a ZIP archive: give it a name that ends in .zip."],
  ["7z\u00bc\u00af", "This is a 7-Zip archive: unpack it and import the folder."],
  ["(\u00b5/\u00fd", "This is packed with Zstandard: unpack it and import the result."],
  ["BZh", "This is packed with bzip2: unpack it and import the result."],
  ["\u00fd7zXZ", "This is packed with xz: unpack it and import the result."],
];
/** Said of files that may well lie around without being meant to come in. */
export const EMPTY = "This file is empty.";
export const BINARY = "Not recognized: this is a binary file.";
const PARQUET = "PAR1";
const PICKLE = 0x80;

/** Why the first bytes of a file, unpacked, can be no text, or null. Parquet and pickles are known to formats. */
export function faultOfBytes(head: Buffer): string | null {
  if (head.length === 0) return EMPTY;
  const start = head.toString("latin1", 0, 8);
  if (start.startsWith(PARQUET) || head[0] === PICKLE) return null;
  const kind = KINDS.find(([starts]) => start.startsWith(starts));
  if (kind) return kind[1];
  if (head.toString("latin1", 257, 262) === "ustar")
    return "This is a tar archive: unpack it and import the folder.";
  if (!head.includes(0)) return null;
  return isWideText(head)
    ? "This looks like UTF-16 without a byte order mark. Save the file as UTF-8."
    : BINARY;
}

/** Every other byte of Latin text in UTF-16 is 0. */
function isWideText(head: Buffer): boolean {
  const pairs = Math.floor(Math.min(head.length, 2000) / 2);
  let [even, odd] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[2 * pair] === 0) even += 1;
    if (head[2 * pair + 1] === 0) odd += 1;
  }
  return pairs >= 4 && Math.max(even, odd) > pairs * 0.7 && Math.min(even, odd) < pairs * 0.1;
}
