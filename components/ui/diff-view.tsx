import { cn } from "./class-names.ts";
import { lineDiff } from "./line-diff.ts";
import { ScrollRegion } from "./scroll-region.tsx";

const kinds = {
  added: { sign: "+", word: "added", styles: "bg-good-soft" },
  removed: { sign: "-", word: "removed", styles: "bg-bad-soft" },
  same: { sign: " ", word: "", styles: "" },
} as const;

type DiffViewProps = { before: string; after: string; label?: string };

/** Two texts line by line. A sign and a spoken word tell additions from deletions, not only the color. */
export function DiffView({ before, after, label = "Changes" }: DiffViewProps) {
  const lines = lineDiff(before, after);
  if (lines.every((line) => line.kind === "same")) return <p className="text-muted">No difference.</p>;
  return (
    <ScrollRegion
      label={label}
      data-slot="diff-view"
      className="max-h-96 overflow-auto rounded-md border border-line font-mono text-xs leading-5"
    >
      {lines.map((line, index) => {
        const { sign, word, styles } = kinds[line.kind];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place.
          <div key={index} className={cn("flex gap-2 px-2", styles)}>
            <span aria-hidden className="w-3 shrink-0 select-none">
              {sign}
            </span>
            {word ? <span className="sr-only">{word}: </span> : null}
            <span className="min-w-0 whitespace-pre-wrap wrap-anywhere">{line.text || " "}</span>
          </div>
        );
      })}
    </ScrollRegion>
  );
}
