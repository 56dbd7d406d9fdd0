import type { ReactNode } from "react";
import { CopyLinkButton } from "./copy-link-button.tsx";
import { PageHelp } from "./page-help.tsx";

type PageHeaderProps = {
  title: ReactNode;
  /** What the page is for, in one sentence: behind the question mark. */
  purpose?: ReactNode;
  /** Buttons and links; a button that copies the link always follows. */
  actions?: ReactNode;
  /** Badges after the title. */
  marks?: ReactNode;
  /** What is known of the thing itself, in small print after them. */
  facts?: ReactNode;
};

/**
 * The head of every page: its only h1, one line high in wide windows, where a long title is cut and shown whole on
 * hover; the facts follow it.
 */
export function PageHeader({ title, purpose, facts, actions, marks }: PageHeaderProps) {
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 lg:flex-nowrap">
        <div className="flex min-h-8 min-w-0 flex-wrap items-center gap-x-2 gap-y-1 lg:flex-nowrap">
          <h1
            title={typeof title === "string" ? title : undefined}
            className="line-clamp-2 text-base font-semibold tracking-tight wrap-anywhere lg:line-clamp-1"
          >
            {title}
          </h1>
          {purpose ? <PageHelp>{purpose}</PageHelp> : null}
          {marks}
        </div>
        <div className="flex shrink-0 flex-wrap items-center gap-2 max-lg:shrink">
          {actions}
          <CopyLinkButton />
        </div>
      </header>
      {facts ? <div className="text-xs text-muted">{facts}</div> : null}
    </>
  );
}
