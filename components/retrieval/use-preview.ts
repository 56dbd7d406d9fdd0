"use client";
import { useState, useTransition } from "react";
import { callServer } from "#components/ui/call-server.ts";
import { previewRetrievalAction } from "#lib/retrieval/actions.ts";
import { toRetrievalRequest } from "#lib/retrieval/read-params.ts";
import type { RetrievalPreview } from "#lib/retrieval/schema.ts";
import { type RetrievalParams, retrievalHref } from "#lib/retrieval/search-params.ts";
import type { Failure } from "#lib/shared/result.ts";

export type Answer = { ok: true; value: RetrievalPreview } | { ok: false; error: Failure };

/** Longer addresses are cut off by servers and mail programs: then it stays as it was. */
const longestAddress = 8_000;

/**
 * The preview on screen: what came with the page, until Preview is pressed; drawn anew when the page is.
 * @param initial of the page; null = the page did not ask
 */
export function usePreview(initial: Answer | null, onAsked: (params: RetrievalParams) => void) {
  const [came, setCame] = useState(initial);
  const [shown, setShown] = useState(initial);
  const [pending, startTransition] = useTransition();
  if (initial !== came) {
    setCame(initial);
    if (initial) setShown(initial);
  }

  function ask(params: RetrievalParams) {
    const request = toRetrievalRequest(params);
    if (!request) return;
    startTransition(async () => {
      const answer = await callServer(() => previewRetrievalAction(request));
      setShown(answer);
      const address = `/retrieval${retrievalHref(params)}`;
      if (address.length > longestAddress) return;
      onAsked(params);
      window.history.replaceState(null, "", address);
    });
  }
  return { shown, ask, pending };
}
