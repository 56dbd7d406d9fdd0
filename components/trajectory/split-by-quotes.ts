type Piece = { kind: "plain" | "query" | "quote"; text: string; at: number };

/** Marks of one text: more would only slow the page down. */
const MOST = 500;

/**
 * Cuts a text where the query or a quote occurs in it, in any case; the query wins where they overlap. The pieces
 * together are the text.
 */
export function splitByQuotes(text: string, query: string, quotes: readonly string[]): Piece[] {
  const spans = [
    ...findAll(text, query).map((span) => ({ ...span, kind: "query" as const })),
    ...quotes.flatMap((quote) => findAll(text, quote)).map((span) => ({ ...span, kind: "quote" as const })),
  ];
  spans.sort((a, b) => a.at - b.at || (a.kind === "query" ? -1 : 1));
  const pieces: Piece[] = [];
  let end = 0;
  for (const span of spans.slice(0, MOST)) {
    if (span.at < end) continue;
    if (span.at > end) pieces.push({ kind: "plain", text: text.slice(end, span.at), at: end });
    end = span.at + span.length;
    pieces.push({ kind: span.kind, text: text.slice(span.at, end), at: span.at });
  }
  if (end < text.length) pieces.push({ kind: "plain", text: text.slice(end), at: end });
  return pieces;
}

function findAll(text: string, wanted: string): { at: number; length: number }[] {
  const words = wanted.trim().toLowerCase();
  if (words === "") return [];
  const where = text.toLowerCase();
  // Letters whose small form has another length would shift every later place.
  if (where.length !== text.length) return [];
  const found: { at: number; length: number }[] = [];
  for (
    let at = where.indexOf(words);
    at !== -1 && found.length < MOST;
    at = where.indexOf(words, at + words.length)
  )
    found.push({ at, length: words.length });
  return found;
}
