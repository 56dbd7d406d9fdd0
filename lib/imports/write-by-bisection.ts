/**
 * Writes items together; where that fails because of what some of them say, writes each half on its own, down to the
 * items that can't be written. What is written is all the others, in order.
 * @param isFault whether an error tells of the items; any other is thrown on
 * @param refuse told each item that can't be written, and why
 */
export async function writeByBisection<T>(
  items: readonly T[],
  write: (items: readonly T[]) => Promise<void>,
  isFault: (error: unknown) => boolean,
  refuse: (item: T, error: unknown) => Promise<void> | void,
): Promise<void> {
  try {
    await write(items);
  } catch (error) {
    const [only] = items;
    if (!isFault(error) || only === undefined) throw error;
    if (items.length === 1) return refuse(only, error);
    const middle = Math.ceil(items.length / 2);
    await writeByBisection(items.slice(0, middle), write, isFault, refuse);
    await writeByBisection(items.slice(middle), write, isFault, refuse);
  }
}
