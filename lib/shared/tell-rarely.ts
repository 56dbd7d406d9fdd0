const againAfterMs = 60_000;

/**
 * Tells the same thing once a minute at most: what fails several times a second, as long as a disk is full, would fill it
 * further. Numbers do not make two sentences different.
 */
export function createTeller(
  tell: (sentence: string) => void = console.error,
): (sentence: string, now?: number) => void {
  const toldAt = new Map<string, number>();
  return (sentence, now = Date.now()) => {
    const kind = sentence.replace(/\d+/g, "#");
    if (now - (toldAt.get(kind) ?? Number.NEGATIVE_INFINITY) < againAfterMs) return;
    for (const [told, time] of toldAt) if (now - time >= againAfterMs) toldAt.delete(told);
    toldAt.set(kind, now);
    tell(sentence);
  };
}
