"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import {
  type AllTableChoices,
  readTableChoices,
  type TableChoices,
  tableCookie,
  withTableChoices,
  writeTableChoices,
} from "./table-choices.ts";

type ChoicesContext = {
  all: AllTableChoices;
  change: (name: string, choices: TableChoices) => void;
};
const context = createContext<ChoicesContext>({ all: {}, change: () => undefined });
const year = 60 * 60 * 24 * 365;

/** Columns and density of every table as they were left. The server draws by the same cookie, so nothing jumps. */
export function TableChoicesProvider({
  cookie,
  children,
}: {
  cookie: string | undefined;
  children: ReactNode;
}) {
  const [all, setAll] = useState(() => readTableChoices(cookie));
  const value = useMemo(
    () => ({
      all,
      change: (name: string, choices: TableChoices) => {
        const next = withTableChoices(all, name, choices);
        setAll(next);
        // biome-ignore lint/suspicious/noDocumentCookie: the server reads it; CookieStore is not everywhere.
        document.cookie = `${tableCookie}=${writeTableChoices(next)}; path=/; max-age=${year}; samesite=lax`;
      },
    }),
    [all],
  );
  return <context.Provider value={value}>{children}</context.Provider>;
}

/** What was chosen for one table, and how to change it. */
export function useTableChoices(name: string): [TableChoices, (choices: TableChoices) => void] {
  const { all, change } = useContext(context);
  return [all[name] ?? {}, (choices) => change(name, choices)];
}
