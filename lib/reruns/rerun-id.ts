/** Which rerun a result is of. */
export type RerunSlot = { planId: string; subset: number; repeat: number };

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const PATTERN = new RegExp(`carryover-(${UUID})-s(\\d{1,2})-r(\\d{1,4})(?!\\d)`, "i");

/** "carryover-<plan>-s5-r2": subset 5 (memories 1 and 3), second repeat. The name of its Harbor job. */
export function rerunId({ planId, subset, repeat }: RerunSlot): string {
  return `carryover-${planId}-s${subset}-r${repeat}`;
}

/** The first rerun that any of some texts name: an id, a path, the name of a job; null where none does. */
export function findRerunId(...texts: readonly unknown[]): RerunSlot | null {
  for (const text of texts) {
    const found = typeof text === "string" ? PATTERN.exec(text) : null;
    if (found?.[1] && Number(found[3]) > 0)
      return { planId: found[1].toLowerCase(), subset: Number(found[2]), repeat: Number(found[3]) };
  }
  return null;
}
