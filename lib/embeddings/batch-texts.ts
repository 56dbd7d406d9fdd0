/**
 * Splits texts into consecutive batches that keep below a number of texts and of characters. A text that is too
 * long by itself is a batch of one.
 * @returns [first, end) index pairs, in order, covering every text once
 */
export function batchTexts(
  texts: readonly string[],
  limits: { texts: number; characters: number },
): { first: number; end: number }[] {
  const batches: { first: number; end: number }[] = [];
  let first = 0;
  let characters = 0;
  texts.forEach((text, i) => {
    if (i > first && (i - first >= limits.texts || characters + text.length > limits.characters)) {
      batches.push({ first, end: i });
      first = i;
      characters = 0;
    }
    characters += text.length;
  });
  if (first < texts.length) batches.push({ first, end: texts.length });
  return batches;
}
