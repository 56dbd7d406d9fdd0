// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { queriesOfTest, serverOfTest } from "#components/shell/testing.tsx";
import { type NearWhat, useNear } from "./use-near.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function look(what: NearWhat | null, answer: () => Response | Promise<Response>) {
  const server = serverOfTest(answer);
  vi.stubGlobal("fetch", server.fetch);
  const hook = renderHook((props) => useNear(props.what), {
    initialProps: { what },
    wrapper: queriesOfTest(),
  });
  return { ...hook, asked: server.asked };
}

it("gives the neighbors of a memory", async () => {
  const rows = [{ id: "b", similarity: 0.5 }];
  const { result, asked } = look({ memory: "a" }, () => Response.json({ rows }));
  expect(result.current).toEqual({ state: "loading" });
  await waitFor(() => expect(result.current).toEqual({ state: "ready", rows, notes: [] }));
  expect(asked[0]?.address).toBe("/api/memories/a/neighbors");
});

it("gives what is retrieved for a query, with what is to know about the space", async () => {
  const answer = { results: [{ memoryId: "b", similarity: 0.5 }], spaceNotes: ["Compares words."] };
  const { result, asked } = look({ query: "run tests", type: "all" }, () => Response.json(answer));
  await waitFor(() => expect(result.current).toMatchObject({ state: "ready", notes: ["Compares words."] }));
  expect(result.current).toMatchObject({ rows: [{ id: "b" }] });
  expect(asked[0]?.address).toBe("/api/retrieve?q=run+tests&type=all&k=10");
});

it("never shows the neighbors of what was selected before, and cancels asking for them", async () => {
  const { result, rerender, asked } = look({ memory: "a" }, () => new Promise(() => undefined));
  await waitFor(() => expect(asked).toHaveLength(1));
  rerender({ what: null });
  expect(result.current).toEqual({ state: "none" });
  expect(asked[0]?.signal?.aborted).toBe(true);
});

it("tells why there is no answer", async () => {
  const refusal = { error: { code: "not_found", message: "There is no memory." } };
  const { result } = look({ memory: "a" }, () => Response.json(refusal, { status: 404 }));
  await waitFor(() => expect(result.current).toEqual({ state: "failed", message: "There is no memory." }));
});
