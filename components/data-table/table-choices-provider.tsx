"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { writeCookie } from "#components/ui/write-cookie.ts";
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
        writeCookie(tableCookie, writeTableChoices(next));
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
