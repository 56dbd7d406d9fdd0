import { cn } from "./class-names.ts";
import { CopyButton } from "./copy-button.tsx";
import { ScrollRegion } from "./scroll-region.tsx";

type CodeBlockProps = {
  code: string;
  /** Names the region for assistive technology and the copy button: "command", "prompt". */
  label?: string;
  /** Break long lines (text) instead of scrolling (code). */
  wrap?: boolean;
  className?: string;
};

/** Text as it is, with a copy button. The scrolling region can be reached by keyboard. */
export function CodeBlock({ code, label = "code", wrap, className }: CodeBlockProps) {
  return (
    <div data-slot="code-block" className={cn("relative rounded-md border border-line bg-sunken", className)}>
      <ScrollRegion label={label} className="max-h-96 overflow-auto rounded-md">
        <pre
          className={cn(
            "min-h-9 w-fit min-w-full py-2 pr-11 pl-3 font-mono text-xs leading-5",
            wrap && "w-full whitespace-pre-wrap wrap-anywhere",
          )}
        >
          {code}
        </pre>
      </ScrollRegion>
      <div className="absolute top-1 right-1 rounded-md bg-sunken">
        <CopyButton text={code} label={`Copy ${label}`} />
      </div>
    </div>
  );
}
