"use client";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { StepOutline } from "#lib/runs/step-outline.ts";
import { anchorOf, type StepMark, type TrajectorySide } from "./schema.ts";
import { StepPart } from "./step-part.tsx";
import { useFound } from "./trajectory-search.tsx";

type StepRowProps = {
  side: Omit<TrajectorySide, "steps" | "marks">;
  step: StepOutline;
  marks: readonly StepMark[];
  open?: boolean;
};

/** One step: folded to one line, unfolded to all its parts, which are drawn only then. Its number is its link. */
export function StepRow({ side, step, marks, open = false }: StepRowProps) {
  const [isOpen, setOpen] = useState(open);
  const anchor = anchorOf(side, step.number);
  const found = useFound(side.trialId, step.number);
  return (
    <details
      id={anchor}
      data-step={side.prefix}
      data-marked={marks.length > 0 ? "" : undefined}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="min-w-0 scroll-mt-16 rounded-md border border-line bg-surface target:border-accent focus-within:border-accent"
    >
      <summary className="flex min-h-8 min-w-0 items-center gap-2 px-2 py-1">
        <span className="w-9 shrink-0 text-right text-xs text-muted">{step.number}</span>
        <Badge tone={step.source === "agent" ? "neutral" : "muted"}>{step.source}</Badge>
        <span className="min-w-0 flex-1 truncate font-mono text-xs [unicode-bidi:isolate]">{step.line}</span>
        {found.count > 0 ? <Badge tone="warn">{found.count} found</Badge> : null}
        {marks.map((mark) => (
          <Badge key={`${mark.kind}${mark.rank}`} tone="accent" title={mark.title}>
            {mark.kind === "read" ? "names" : "follows"} #{mark.rank}
          </Badge>
        ))}
      </summary>
      {isOpen ? (
        <div className="flex min-w-0 flex-col gap-2 border-t border-line p-2">
          <MarkLinks marks={marks} />
          {step.parts.map((part) => (
            <StepPart
              key={part.part}
              outline={part}
              trialId={side.trialId}
              step={step.number}
              query={found.parts.includes(part.part) ? found.query : ""}
              quotes={marks.flatMap(({ quotes }) => quotes)}
            />
          ))}
          <span className="flex items-center gap-1 text-xs">
            <a className="link" href={`#${anchor}`}>
              Link to step {step.number}
            </a>
            <CopyButton label={`Copy the link to step ${step.number}`} text={() => addressOf(anchor)} />
          </span>
        </div>
      ) : null}
    </details>
  );
}

function addressOf(anchor: string): string {
  const address = new URL(window.location.href);
  address.hash = anchor;
  return address.href;
}

/** Back to the memories that the step names or follows. */
function MarkLinks({ marks }: { marks: readonly StepMark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className="flex min-w-0 flex-col text-xs">
      {marks.map(({ kind, rank, title, card }) => (
        <li key={`${kind}${rank}`} className="truncate">
          {kind === "read" ? "Names" : "Follows"}{" "}
          <a className="link [unicode-bidi:isolate]" href={`#${card}`}>
            #{rank} {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
