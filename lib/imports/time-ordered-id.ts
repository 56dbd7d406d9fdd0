import { randomBytes } from "node:crypto";

let lastMs = 0;
let sequence = 0;

/**
 * A UUID of version 7 (RFC 9562): later ids of this process sort after earlier ones, also within a millisecond, so that
 * memories keep the order in which they were imported.
 */
export function timeOrderedId(now = Date.now()): string {
  sequence = now > lastMs ? 0 : sequence + 1;
  // 12 bits count within a millisecond; past those the clock is lent one.
  if (sequence > 0xfff) {
    sequence = 0;
    lastMs += 1;
  } else lastMs = Math.max(lastMs, now);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
