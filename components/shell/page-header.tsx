import type { ReactNode } from "react";
import { CopyLinkButton } from "./copy-link-button.tsx";

type PageHeaderProps = {
  title: ReactNode;
  /** What the page is for, in one sentence. */
  purpose: ReactNode;
  /** Buttons and links; a button that copies the link always follows. */
  actions?: ReactNode;
  /** Badges and such after the title. */
  marks?: ReactNode;
};

/** The head of every page: its only h1. */
export function PageHeader({ title, purpose, actions, marks }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="flex min-w-0 max-w-prose flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {marks}
        </div>
        <p className="text-muted">{purpose}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {actions}
        <CopyLinkButton />
      </div>
    </header>
  );
}
