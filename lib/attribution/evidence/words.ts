/** A word in lower case with its place in the text. */
export type Word = { word: string; start: number; end: number };

/** Letters, digits and what holds commands, paths and options together; punctuation around them is left out. */
const pattern = /-{0,2}[\p{L}\p{N}_$](?:[\p{L}\p{N}_./:=@+-]*[\p{L}\p{N}_])?/gu;

/** Characters of one text that are compared: what a file dump holds beyond them tells nothing more. */
const LONGEST = 200_000;

export function wordsOf(text: string): Word[] {
  return [...text.slice(0, LONGEST).matchAll(pattern)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Two neighboring words of one line. */
export type Bigram = { key: string; start: number; end: number };

export function bigramsOf(text: string): Bigram[] {
  const words = wordsOf(text);
  return words.slice(1).flatMap((second, i) => {
    const first = words[i];
    if (!first || text.slice(first.end, second.start).includes("\n")) return [];
    return [{ key: `${first.word} ${second.word}`, start: first.start, end: second.end }];
  });
}
