// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { queriesOfTest, serverOfTest } from "#components/shell/testing.tsx";
import { useMemoryRows } from "./use-memory-rows.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(ids: string[], waitMs: number, answer?: () => Response) {
  const rowsOf = (address: string) => new URL(address, "http://x").searchParams.get("ids")?.split(",") ?? [];
  const server = serverOfTest(
    answer ?? ((address) => Response.json({ rows: rowsOf(address).map((id) => ({ id })) })),
  );
  vi.stubGlobal("fetch", server.fetch);
  const hook = renderHook((props) => useMemoryRows(props.ids, waitMs), {
    initialProps: { ids },
    wrapper: queriesOfTest(),
  });
  return { ...hook, asked: server.asked, told: () => hook.result.current.rows.map(({ id }) => id) };
}

it("asks only for where the pointer rests", async () => {
  const { rerender, asked, told } = show(["a"], 40);
  rerender({ ids: ["b"] });
  rerender({ ids: ["c"] });
  await waitFor(() => expect(told()).toEqual(["c"]));
  expect(asked.map(({ address }) => address)).toEqual(["/api/memories/rows?ids=c"]);
});

it("keeps the rows it knows in sight while one more is asked for", async () => {
  const { result, rerender, told } = show(["a", "b"], 0);
  await waitFor(() => expect(told()).toEqual(["a", "b"]));
  rerender({ ids: ["c", "a"] });
  expect(told()).toEqual(["a"]);
  expect(result.current.loading).toBe(true);
  await waitFor(() => expect(told()).toEqual(["c", "a"]));
  expect(result.current.loading).toBe(false);
});

it("asks for nothing without ids", () => {
  const { result, asked } = show([], 0);
  expect(result.current).toEqual({ rows: [], loading: false, failed: false });
  expect(asked).toEqual([]);
});

it("says that the server refused, and asks for that once", async () => {
  const refusal = { error: { code: "invalid", message: "No." } };
  const { result, asked } = show(["a"], 0, () => Response.json(refusal, { status: 400 }));
  await waitFor(() => expect(result.current.failed).toBe(true));
  expect(result.current.loading).toBe(false);
  expect(asked).toHaveLength(1);
});
