import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { truncateText } from "#lib/runs/trajectory-steps.ts";

type StepTextProps = {
  name: "Message" | "Reasoning" | "Action" | "Observation";
  text: string | null;
  /** Where the whole step can be read as plain text. */
  wholeHref: string;
};

/**
 * One part of a step, as text: what an agent printed is a stranger's, and is never markup here.
 * Bidirectional controls inside it cannot reorder what stands around it.
 */
export function StepText({ name, text, wholeHref }: StepTextProps) {
  if (text === null) return null;
  const { text: shown, omitted } = truncateText(text);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-xs text-muted">{name}</p>
      <ScrollRegion label={name} className="max-h-96 overflow-auto rounded-md border border-line bg-sunken">
        <pre className="px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]">
          {shown}
        </pre>
      </ScrollRegion>
      {omitted > 0 ? (
        <a className="link text-xs" href={wholeHref}>
          Show the remaining {omitted.toLocaleString("en")} characters
        </a>
      ) : null}
    </div>
  );
}
