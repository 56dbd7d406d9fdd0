"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { PartOutline } from "#lib/runs/step-outline.ts";
import type { PartText } from "#lib/runs/trajectory-steps.ts";
import { formatSize } from "./format-size.ts";
import { HighlightedText } from "./highlighted-text.tsx";

type StepPartProps = {
  outline: PartOutline;
  trialId: string;
  step: number;
  /** What is searched for, in the step that the search has come to; "" elsewhere. */
  query: string;
  quotes: readonly string[];
};

const names = { message: "Message", reasoning: "Reasoning", action: "Action", observation: "Observation" };

/**
 * One part of a step: its beginning, and all of it on request or where the search leads into what is folded. As text:
 * what an agent printed is a stranger's, and is never markup here; bidirectional controls inside it cannot reorder what
 * is around it.
 */
export function StepPart({ outline, trialId, step, query, quotes }: StepPartProps) {
  const { part, head, length } = outline;
  const [asked, setAsked] = useState(false);
  const isCut = length > head.length;
  const isFolded = query !== "" && !head.toLowerCase().includes(query.toLowerCase());
  const { data, error, isFetching } = useQuery({
    queryKey: ["step", trialId, step, part],
    queryFn: ({ signal }) => fetchJson<PartText>(`/api/trials/${trialId}/steps/${step}?part=${part}`, signal),
    enabled: isCut && (asked || isFolded),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const text = data?.text ?? head;
  const box = useRef<HTMLPreElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that has arrived has new marks.
  useEffect(() => {
    if (query) box.current?.querySelector("[data-found]")?.scrollIntoView({ block: "nearest" });
  }, [query, text]);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-xs text-muted">
        {names[part]}, {formatSize(length)}
      </p>
      <ScrollRegion
        label={names[part]}
        className="max-h-96 overflow-auto rounded-md border border-line bg-sunken"
      >
        <pre
          ref={box}
          className="px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]"
        >
          <HighlightedText text={text} query={query} quotes={quotes} />
        </pre>
      </ScrollRegion>
      {error ? <p className="text-xs text-bad">{error.message}</p> : null}
      {isCut && !data ? (
        <button
          type="button"
          className="link self-start text-xs"
          disabled={isFetching}
          onClick={() => setAsked(true)}
        >
          {isFetching ? "Loading…" : `Show all ${formatSize(length)}`}
          <span className="sr-only">
            {" "}
            of the {part} of step {step}
          </span>
        </button>
      ) : null}
      {data && data.omitted > 0 ? (
        <a className="link text-xs" href={`/trials/${trialId}/steps/${step}`}>
          Open the remaining {formatSize(data.omitted)} as plain text
        </a>
      ) : null}
    </div>
  );
}
