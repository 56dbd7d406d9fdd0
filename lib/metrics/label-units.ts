/** Rows that stand or fall together when a pool is drawn anew: the memories of one task under one label. */
export type LabelUnits = {
  /** Unit of each row. */
  of: Int32Array;
  count: number;
  /** The units of each label. */
  byLabel: number[][];
};

/**
 * Groups rows of one label and one task. Memories of one task tell much the same, so that they are not as many
 * observations as they are rows.
 * @param codes label of each row, 0 .. labelCount - 1
 * @param tasks what each row was learned from; left out = every row by itself
 */
export function labelUnits(codes: Int32Array, labelCount: number, tasks?: readonly string[]): LabelUnits {
  const byLabel = Array.from({ length: labelCount }, () => [] as number[]);
  const known = new Map<string, number>();
  const of = Int32Array.from(codes, (code, row) => {
    const key = `${code} ${tasks ? tasks[row] : row}`;
    const unit = known.get(key) ?? known.size;
    if (unit === known.size) {
      known.set(key, unit);
      byLabel[code]?.push(unit);
    }
    return unit;
  });
  return { of, count: known.size, byLabel };
}

/**
 * Half of each label's units, without replacement; of an odd number the odd one is in or out by chance.
 * @returns 1 for the rows of the half
 */
export function drawHalf({ of, count, byLabel }: LabelUnits, random: () => number): Uint8Array {
  const chosen = new Uint8Array(count);
  for (const units of byLabel) {
    const left = [...units];
    const odd = left.length % 2 === 1 && random() < 0.5 ? 1 : 0;
    const wanted = Math.floor(left.length / 2) + odd;
    for (let drawn = 0; drawn < wanted; drawn++) {
      const at = drawn + Math.floor(random() * (left.length - drawn));
      const unit = left[at] as number;
      left[at] = left[drawn] as number;
      chosen[unit] = 1;
    }
  }
  return Uint8Array.from(of, (unit) => chosen[unit] as number);
}

/** How often each row counts when every label draws as many units as it has, with replacement. */
export function drawWithReplacement({ of, count, byLabel }: LabelUnits, random: () => number): Float64Array {
  const times = new Float64Array(count);
  for (const units of byLabel) {
    for (let draw = 0; draw < units.length; draw++) {
      const unit = units[Math.floor(random() * units.length)] as number;
      times[unit] = (times[unit] as number) + 1;
    }
  }
  return Float64Array.from(of, (unit) => times[unit] as number);
}
