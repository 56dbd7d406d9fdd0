import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { tableCookie } from "#components/data-table/table-choices.ts";
import { TableChoicesProvider } from "#components/data-table/table-choices-provider.tsx";
import { navCookie } from "#components/shell/nav-cookie.ts";
import { QueryProvider } from "#components/shell/query-provider.tsx";
import { Shell } from "#components/shell/shell.tsx";
import { ThemeProvider } from "#components/shell/theme-provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getShellStatus } from "#lib/overview/queries.ts";
import type { ShellStatus } from "#lib/overview/schema.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Carryover", template: "%s · Carryover" },
  description: "What a coding agent's memories carry over between domains.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The frame must stand when the database does not: its page then says what is wrong. */
async function readStatus(): Promise<ShellStatus | null> {
  try {
    return await getShellStatus(requestDb());
  } catch {
    return null;
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made per request, so that nothing opens the database while building.
  await connection();
  const [status, requestHeaders, jar] = await Promise.all([readStatus(), headers(), cookies()]);
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={requestHeaders.get("x-nonce") ?? ""}>
          <NuqsAdapter>
            <QueryProvider>
              <TableChoicesProvider cookie={jar.get(tableCookie)?.value}>
                <Shell status={status} startsAsRail={jar.get(navCookie)?.value === "rail"}>
                  {children}
                </Shell>
              </TableChoicesProvider>
              <Toaster />
            </QueryProvider>
          </NuqsAdapter>
        </ThemeProvider>
      </body>
    </html>
  );
}
