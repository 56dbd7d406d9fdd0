/** A feature of a text and how much it weighs. */
export type LexicalFeature = { key: string; weight: number };

/** Words that say nothing of the subject. Kept at a tenth, so that a text made of them alone is still a text. */
const stopWords = new Set(
  `a about after all also an and any are as at be because been before but by can could did do does doing don during each
  few first for from further had has have having he her here him his how i if in into is it its itself just let like made
  make many may me more most must my need no nor not now of off on once one only or other our out over own same she
  should so some such than that the their them then there these they this those through to too under until up us use
  used using very was way we were what when where which while who why will with within without would you your`
    .split(/\s+/)
    .filter(Boolean),
);

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const camelHump = /(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const gramLength = 4;

/**
 * The lexical features of a text: words (identifiers split at humps and underscores), pairs of neighboring words and
 * four-letter pieces of words, so that "validate" and "validation" share most of what they have. Repeats count
 * sublinearly (1 + ln count). In place of document frequencies, which would tie the space to one corpus, a
 * fixed prior: stop words weigh 0.1, numbers 0.5, other words 0.7 to 1.6 growing with their length.
 */
export function lexicalFeatures(text: string): LexicalFeature[] {
  const words = splitWords(text);
  const counts = new Map<string, { count: number; base: number }>();
  const add = (key: string, base: number) => {
    const seen = counts.get(key);
    if (seen) seen.count++;
    else counts.set(key, { count: 1, base });
  };
  let previous: string | undefined;
  for (const word of words) {
    const prior = wordPrior(word);
    add(`w ${word}`, prior);
    if (previous !== undefined) add(`p ${previous} ${word}`, 0.5 * Math.sqrt(prior * wordPrior(previous)));
    addPieces(word, prior, add);
    previous = word;
  }
  // No word at all (only punctuation, or nothing): the characters themselves, so that equal texts stay equal.
  if (words.length === 0) for (const character of text.trim() || " ") add(`c ${character}`, 1);
  return [...counts].map(([key, { count, base }]) => ({ key, weight: base * (1 + Math.log(count)) }));
}

function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.normalize("NFKC").matchAll(wordPattern)) {
    for (const part of run.split(camelHump)) if (part) words.push(part.toLowerCase());
  }
  return words;
}

function wordPrior(word: string): number {
  if (stopWords.has(word)) return 0.1;
  if (/^\p{N}+$/u.test(word)) return 0.5;
  return Math.min(1.6, 0.7 + 0.1 * word.length);
}

function addPieces(word: string, prior: number, add: (key: string, base: number) => void): void {
  if (prior <= 0.1) return;
  const characters = [...`^${word}$`];
  const pieces = characters.length - gramLength + 1;
  // Together the pieces of a word weigh at most as much as 0.6 of the word, however long it is.
  const base = (0.6 * prior) / Math.sqrt(Math.max(1, pieces));
  for (let i = 0; i < pieces; i++) add(`g ${characters.slice(i, i + gramLength).join("")}`, base);
}
