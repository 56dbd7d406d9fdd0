import type { MemoryFinding } from "#lib/memories/detail.ts";

type HighlightedTextProps = { text: string; findings: readonly MemoryFinding[] };

/** A text with the places that lint findings speak of marked; each says its message on hover. */
export function HighlightedText({ text, findings }: HighlightedTextProps) {
  const marked = disjoint(findings.filter((finding) => finding.spanEnd > finding.spanStart));
  let from = 0;
  const parts = marked.flatMap((finding) => {
    const before = text.slice(from, finding.spanStart);
    from = finding.spanEnd;
    return [
      before,
      <mark
        key={finding.id}
        title={finding.message}
        className="rounded-xs bg-warn-soft text-foreground underline decoration-warn decoration-wavy decoration-1 underline-offset-2"
      >
        {text.slice(finding.spanStart, finding.spanEnd)}
      </mark>,
    ];
  });
  return (
    <span className="whitespace-pre-wrap wrap-anywhere">
      {parts}
      {text.slice(from)}
    </span>
  );
}

/** Marks never overlap: of two findings at one place the first is drawn, both are in the list. */
function disjoint(findings: readonly MemoryFinding[]): MemoryFinding[] {
  let end = 0;
  return [...findings]
    .sort((a, b) => a.spanStart - b.spanStart)
    .filter((finding) => {
      if (finding.spanStart < end) return false;
      end = finding.spanEnd;
      return true;
    });
}
