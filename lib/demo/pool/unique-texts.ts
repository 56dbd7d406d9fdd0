/** Remembers texts and hands out the first candidate that was not given before. */
export type UniqueTexts = (candidates: Iterable<string>) => string;

/** @throws when every candidate was given before: the words of the pool do not suffice */
export function uniqueTexts(taken: Iterable<string> = []): UniqueTexts {
  const given = new Set<string>(taken);
  return (candidates) => {
    let last = "";
    for (const candidate of candidates) {
      last = candidate;
      if (given.has(candidate)) continue;
      given.add(candidate);
      return candidate;
    }
    throw new Error(`All wordings were used before, such as "${last}".`);
  };
}
