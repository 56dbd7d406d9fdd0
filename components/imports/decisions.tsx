"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { RunChoice } from "#lib/imports/run-choices.ts";
import type { ImportJobResult, ImportRequest } from "#lib/imports/schema.ts";

type Request = ImportJobResult["request"];

export type Decisions = {
  /** What was asked for with what has been decided since. */
  request: ImportRequest;
  /** Something was decided that this report does not show yet. */
  isChanged: boolean;
  choiceOf: (key: string) => RunChoice;
  choose: (key: string, choice: RunChoice) => void;
  nameOf: (benchmark: string) => string;
  /** @param stands for another benchmark; "" = for itself */
  setName: (benchmark: string, stands: string) => void;
};

const DecisionsContext = createContext<Decisions | null>(null);

/** What a person decides about a dry run, for the tables that ask and the button that imports. */
export function DecisionsProvider({ request: asked, children }: { request: Request; children: ReactNode }) {
  const [choices, setChoices] = useState<Record<string, RunChoice>>(asked.choices ?? {});
  const [names, setNames] = useState<Record<string, string>>(asked.benchmarkNames ?? {});
  const value = useMemo<Decisions>(
    () => ({
      request: { ...asked, choices, benchmarkNames: names },
      isChanged:
        JSON.stringify([choices, names]) !==
        JSON.stringify([asked.choices ?? {}, asked.benchmarkNames ?? {}]),
      choiceOf: (key) => choices[key] ?? {},
      choose: (key, choice) => setChoices((held) => without({ ...held, [key]: { ...held[key], ...choice } })),
      nameOf: (benchmark) => names[benchmark] ?? "",
      setName: (benchmark, stands) => setNames((held) => without({ ...held, [benchmark]: stands })),
    }),
    [asked, choices, names],
  );
  return <DecisionsContext value={value}>{children}</DecisionsContext>;
}

/** Entries that say something: an empty choice is none. */
function without<T extends string | RunChoice>(entries: Record<string, T>): Record<string, T> {
  const said = Object.entries(entries).flatMap(([key, entry]) => {
    if (typeof entry === "string") return entry === "" ? [] : [[key, entry] as const];
    const parts = Object.entries(entry).filter(([, value]) => value !== undefined && value !== "");
    return parts.length === 0 ? [] : [[key, Object.fromEntries(parts) as T] as const];
  });
  return Object.fromEntries(said);
}

export function useDecisions(): Decisions {
  const decisions = useContext(DecisionsContext);
  if (decisions === null) throw new Error("Decisions are asked for inside of a DecisionsProvider.");
  return decisions;
}
