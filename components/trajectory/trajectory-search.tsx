"use client";
import { useQueries } from "@tanstack/react-query";
import { ChevronDown, ChevronUp } from "lucide-react";
import { createContext, type ReactNode, use, useState } from "react";
import { fetchJson, rest } from "#components/ui/fetch-json.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { StepMatch } from "#lib/runs/search-steps.ts";
import type { StepPart } from "#lib/runs/step-outline.ts";
import { anchorOf, type TrajectorySide } from "./schema.ts";
import { openStep } from "./step-focus.ts";

type Found = { query: string; matches: ReadonlyMap<string, StepMatch[]> };
type SearchedSide = Pick<TrajectorySide, "prefix" | "trialId">;

const Search = createContext<Found>({ query: "", matches: new Map() });
const none: readonly StepMatch[] = [];

/** What the search found in one step: how often, and in which parts. */
export function useFound(trialId: string, step: number): { query: string; count: number; parts: StepPart[] } {
  const { query, matches } = use(Search);
  const its = (matches.get(trialId) ?? none).filter((match) => match.step === step);
  return { query, count: its.reduce((sum, { count }) => sum + count, 0), parts: its.map(({ part }) => part) };
}

type SearchProps = { sides: readonly SearchedSide[]; children: (field: ReactNode) => ReactNode };

/**
 * A search through all steps of all sides, whole outputs included that the page has not loaded, and what it found for
 * the steps inside. `children` places the field.
 */
export function TrajectorySearch({ sides, children }: SearchProps) {
  const [typed, setTyped] = useState("");
  const query = typed.trim();
  const answers = useQueries({
    queries: sides.map(({ trialId }) => ({
      queryKey: ["find in trial", trialId, query],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        await rest(200, signal);
        const address = `/api/trials/${trialId}/search?q=${encodeURIComponent(query)}`;
        return fetchJson<{ matches: StepMatch[] }>(address, signal);
      },
      enabled: query !== "",
    })),
  });
  const isDone = query !== "" && answers.every(({ isSuccess }) => isSuccess);
  const matches = new Map(
    sides.map(({ trialId }, i) => [trialId, isDone ? (answers[i]?.data?.matches ?? []) : []]),
  );
  const anchors = anchorsInOrder(sides, matches);
  const error = answers.find((answer) => answer.error)?.error;
  return (
    <Search value={{ query, matches }}>
      {children(
        <SearchField
          key="field"
          value={typed}
          onChange={setTyped}
          said={query === "" ? null : error ? error.message : isDone ? countMatches(matches) : "Searching…"}
          anchors={anchors}
        />,
      )}
    </Search>
  );
}

type FieldProps = {
  value: string;
  onChange: (value: string) => void;
  said: string | null;
  anchors: string[];
};

function SearchField({ value, onChange, said, anchors }: FieldProps) {
  const [at, setAt] = useState(-1);
  const go = (by: number) => {
    if (anchors.length === 0) return;
    const next = (at + by + anchors.length) % anchors.length;
    setAt(next);
    openStep(anchors[next] ?? "", { focus: false });
  };
  return (
    <search className="flex flex-wrap items-center gap-1">
      <Input
        type="search"
        aria-label="Search in the steps"
        placeholder="Search in the steps"
        className="h-7 w-44 text-xs"
        value={value}
        onChange={(event) => {
          setAt(-1);
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
      />
      {said ? (
        <>
          <IconButton
            size="small"
            label="Previous match"
            disabled={anchors.length === 0}
            onClick={() => go(-1)}
          >
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton size="small" label="Next match" disabled={anchors.length === 0} onClick={() => go(1)}>
            <ChevronDown aria-hidden />
          </IconButton>
        </>
      ) : null}
      <span role="status" className="text-xs text-muted">
        {said}
        {said && at >= 0 ? `, at ${at + 1} of ${anchors.length}` : ""}
      </span>
    </search>
  );
}

function countMatches(matches: Found["matches"]): string {
  const all = [...matches.values()].flat();
  const count = all.reduce((sum, match) => sum + match.count, 0);
  const steps = new Set([...matches].flatMap(([id, its]) => its.map(({ step }) => `${id}/${step}`))).size;
  if (count === 0) return "No match";
  return `${count} ${count === 1 ? "match" : "matches"} in ${steps} ${steps === 1 ? "step" : "steps"}`;
}

/** By number of the step; at equal numbers the first side first. */
function anchorsInOrder(sides: readonly SearchedSide[], matches: Found["matches"]): string[] {
  const found = sides.flatMap((side, i) =>
    [...new Set((matches.get(side.trialId) ?? none).map(({ step }) => step))].map((step) => ({
      side,
      step,
      i,
    })),
  );
  return found.sort((a, b) => a.step - b.step || a.i - b.i).map(({ side, step }) => anchorOf(side, step));
}
