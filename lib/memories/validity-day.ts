// A validity window is [validFrom, validUntil) in instants. People name days: a window that is "valid until 1 December"
// holds that day to its end, 2 December 00:00. Days are those of UTC, the same for everyone who shares a pool.

const dayMs = 86_400_000;

/** Whether a text names a day of the calendar and nothing more: "2026-12-01". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const start = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
}

/** The end of a window that a text names: of a day, the moment at which it is over; an instant is that instant. */
export function parseValidityEnd(text: string): string {
  return isDay(text) ? new Date(Date.parse(`${text}T00:00:00Z`) + dayMs).toISOString() : text;
}

/** The last day that a window holds, for a date field: "2026-12-01" for an end at 2 December 00:00 UTC. */
export function lastDayOf(end: Date | string): string {
  return new Date(new Date(end).getTime() - 1).toISOString().slice(0, 10);
}

/** The end in words: the last day, which is included, or the instant where it is not the end of a day. */
export function describeValidityEnd(end: Date | string): string {
  return isMidnight(end) ? lastDayOf(end) : describeInstant(end);
}

/** The start in words: the first day, or the instant where it is not the start of a day. */
export function describeValidityStart(start: Date | string): string {
  return isMidnight(start) ? new Date(start).toISOString().slice(0, 10) : describeInstant(start);
}

function isMidnight(instant: Date | string): boolean {
  return new Date(instant).getTime() % dayMs === 0;
}

function describeInstant(instant: Date | string): string {
  const text = new Date(instant).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}
