import { CodeBlock } from "#components/ui/code-block.tsx";

type FoldedTextProps = { name: string; text: string };

/** A text in one line: its first stays to be read, the rest unfolds. A text of one short line is all there is. */
export function FoldedText({ name, text }: FoldedTextProps) {
  const trimmed = text.trim();
  const line = trimmed.split("\n", 1)[0] ?? "";
  if (line === trimmed && line.length <= 80) {
    return (
      <p className="truncate text-sm [unicode-bidi:isolate]">
        <span className="text-muted">{name}: </span>
        {line}
      </p>
    );
  }
  return (
    <details className="group min-w-0 text-sm">
      <summary className="min-h-6 truncate [unicode-bidi:isolate]">
        <span className="text-accent">{name}</span>
        <span className="group-open:hidden">: {line}</span>
      </summary>
      <CodeBlock code={text} label={name.toLowerCase()} wrap />
    </details>
  );
}
