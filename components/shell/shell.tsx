import type { ReactNode } from "react";
import type { ShellStatus } from "#lib/overview/schema.ts";
import { DatabaseNotice } from "./database-notice.tsx";
import { HomeLink } from "./home-link.tsx";
import { MobileMenu } from "./mobile-menu.tsx";
import { NavAside } from "./nav-aside.tsx";
import { ShellTools } from "./shell-tools.tsx";
import { StatusChips } from "./status-chips.tsx";

type ShellProps = {
  /** Null when the database does not answer. */
  status: ShellStatus | null;
  /** The navigation starts folded to icons. */
  startsAsRail: boolean;
  children: ReactNode;
};

/** The frame around every page: navigation, one bar, and the work right below it. */
export function Shell({ status, startsAsRail, children }: ShellProps) {
  return (
    <div className="min-h-dvh lg:flex">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <NavAside startsAsRail={startsAsRail} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-20 flex h-11 items-center gap-2 border-b border-line bg-surface px-2 sm:px-4">
          <MobileMenu />
          <div className="max-sm:hidden lg:hidden">
            <HomeLink />
          </div>
          <StatusChips status={status} />
          <ShellTools activeJobs={status?.activeJobs ?? 0} />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="flex w-full min-w-0 flex-col gap-2 px-2 pt-2 pb-4 outline-none sm:px-4"
        >
          {status ? null : <DatabaseNotice />}
          {children}
        </main>
      </div>
    </div>
  );
}
