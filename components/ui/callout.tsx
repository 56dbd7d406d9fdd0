import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

const tones = {
  info: { icon: Info, styles: "border-accent/40 bg-accent-soft", word: "Note" },
  good: { icon: CircleCheck, styles: "border-good/40 bg-good-soft", word: "Done" },
  warn: { icon: TriangleAlert, styles: "border-warn/40 bg-warn-soft", word: "Warning" },
  bad: { icon: CircleAlert, styles: "border-bad/40 bg-bad-soft", word: "Problem" },
} as const;

type CalloutTone = keyof typeof tones;

type CalloutProps = {
  tone?: CalloutTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** A message set apart from the text. Its tone has an icon and a spoken word, not only a color. */
export function Callout({ tone = "info", title, children, actions, className }: CalloutProps) {
  const { icon: Icon, styles, word } = tones[tone];
  return (
    <div
      data-slot="callout"
      className={cn("flex gap-2.5 rounded-md border px-3 py-2 text-sm", styles, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="sr-only">{word}: </span>
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="flex flex-col gap-1 wrap-anywhere">{children}</div> : null}
      </div>
      {actions ? <div className="flex shrink-0 flex-wrap items-start gap-2">{actions}</div> : null}
    </div>
  );
}
