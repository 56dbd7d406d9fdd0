import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { CodeBlock } from "./code-block.tsx";

type EmptyStateProps = {
  title: ReactNode;
  /** One sentence: why it is empty and what fills it. */
  children: ReactNode;
  /** The exact command that does it. */
  command?: string;
  /** Buttons or links that do it here. */
  actions?: ReactNode;
  className?: string;
};

export function EmptyState({ title, children, command, actions, className }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn(
        "flex flex-col items-start gap-3 rounded-lg border border-dashed border-line-strong/60 p-6",
        className,
      )}
    >
      <h2 className="text-base font-semibold">{title}</h2>
      <div className="max-w-prose text-muted">{children}</div>
      {command ? <CodeBlock code={command} label="command" className="w-full max-w-xl" /> : null}
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
