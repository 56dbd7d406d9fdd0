import Link from "next/link";
import type { ReactNode } from "react";
import type { ShellStatus } from "#lib/overview/schema.ts";
import { Logo } from "./logo.tsx";
import { MainNav } from "./main-nav.tsx";
import { MobileMenu } from "./mobile-menu.tsx";
import { ShellTools } from "./shell-tools.tsx";
import { StatusBanners } from "./status-banners.tsx";

/** The frame around every page: navigation, header, banners, main. */
export function Shell({ status, children }: { status: ShellStatus | null; children: ReactNode }) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-r border-line bg-surface px-3 py-3 lg:flex">
        <HomeLink />
        <MainNav />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b border-line bg-surface px-3 sm:px-6">
          <MobileMenu />
          <div className="lg:hidden">
            <HomeLink />
          </div>
          <ShellTools activeJobs={status?.activeJobs ?? 0} />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="flex w-full min-w-0 max-w-[100rem] flex-col gap-5 px-3 py-5 outline-none sm:px-6"
        >
          <StatusBanners status={status} />
          {children}
        </main>
      </div>
    </div>
  );
}

function HomeLink() {
  return (
    <Link href="/" className="flex min-h-8 items-center gap-2 rounded-md px-1.5 font-semibold tracking-tight">
      <Logo />
      Carryover
    </Link>
  );
}
