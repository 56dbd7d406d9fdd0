import { splitByQuotes } from "./split-by-quotes.ts";

type HighlightedTextProps = {
  text: string;
  /** What is searched for. */
  query: string;
  /** Words that show that a memory was read or followed. */
  quotes: readonly string[];
};

/** A text with the words that were searched for, and those that come from a memory, marked. */
export function HighlightedText({ text, query, quotes }: HighlightedTextProps) {
  return splitByQuotes(text, query, quotes).map(({ kind, text: piece, at }) => {
    if (kind === "plain") return piece;
    return (
      <mark
        key={at}
        data-found={kind === "query" ? "" : undefined}
        className={
          kind === "query"
            ? "rounded-sm bg-warn-soft text-foreground outline outline-warn"
            : "rounded-sm bg-accent-soft text-foreground"
        }
      >
        {piece}
      </mark>
    );
  });
}
