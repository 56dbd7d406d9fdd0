// @vitest-environment happy-dom
import { gzipSync } from "node:zlib";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { queriesOfTest, serverOfTest } from "#components/shell/testing.tsx";
import { categoryColumn, encodeMap, mapCategories, unknownNumbers } from "#lib/maps/map-binary.ts";
import { useMaps } from "./use-maps.ts";

const first = "00000000-0000-4000-8000-000000000001";

/** A map of one point that lies at x. */
function mapAt(x: number): Response {
  const categories = Object.fromEntries(mapCategories.map((name) => [name, categoryColumn(["one"])]));
  const points = {
    x: Float32Array.of(x),
    y: Float32Array.of(0),
    ids: [first],
    placed: Uint8Array.of(0),
    categories: categories as Parameters<typeof encodeMap>[0]["categories"],
    numbers: unknownNumbers(1),
  };
  return new Response(new Uint8Array(gzipSync(encodeMap(points))));
}

function serve(answer: (address: string) => Response | Promise<Response>) {
  const server = serverOfTest(answer);
  vi.stubGlobal("fetch", server.fetch);
  return server.asked;
}

function show(keys: string[], stamp = "") {
  return renderHook((props) => useMaps(props.keys, props.stamp), {
    initialProps: { keys, stamp },
    wrapper: queriesOfTest(),
  });
}

const xOf = (load: ReturnType<typeof useMaps>["loads"][string] | undefined) =>
  load?.state === "ready" ? load.points.x[0] : load?.state;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("useMaps", () => {
  it("loads each map once, and gives the same record while nothing changes", async () => {
    const asked = serve((address) => mapAt(address.includes("/a?") ? 1 : 2));
    const { result, rerender } = show(["a", "b", "a", ""]);
    expect(xOf(result.current.loads["a"])).toBe("loading");
    await waitFor(() => expect(xOf(result.current.loads["b"])).toBe(2));
    expect(xOf(result.current.loads["a"])).toBe(1);
    const { loads } = result.current;
    rerender({ keys: ["a", "b"], stamp: "" });
    expect(result.current.loads).toBe(loads);
    expect(asked).toHaveLength(2);
  });

  it("asks again under another stamp, and keeps the older map in sight until then", async () => {
    let release: (answer: Response) => void = () => undefined;
    const newer = new Promise<Response>((resolve) => {
      release = resolve;
    });
    const answers = [mapAt(1), newer];
    serve(() => answers.shift() ?? Response.error());
    const { result, rerender } = show(["a"], "0 placed");
    await waitFor(() => expect(xOf(result.current.loads["a"])).toBe(1));
    rerender({ keys: ["a"], stamp: "1 placed" });
    expect(xOf(result.current.loads["a"])).toBe(1);
    release(mapAt(7));
    await waitFor(() => expect(xOf(result.current.loads["a"])).toBe(7));
  });

  it("tells the server's reason, and loads on the next try", async () => {
    let isThere = false;
    const refusal = { error: { code: "not_found", message: "There is no such map." } };
    serve(() => (isThere ? mapAt(3) : Response.json(refusal, { status: 404 })));
    const { result } = show(["a"]);
    await waitFor(() =>
      expect(result.current.loads["a"]).toEqual({ state: "failed", message: "There is no such map." }),
    );
    isThere = true;
    act(() => result.current.retry());
    await waitFor(() => expect(xOf(result.current.loads["a"])).toBe(3));
  });

  it("shows what the server tells after a change", async () => {
    let x = 1;
    serve(() => mapAt(x));
    const { result } = show(["a"]);
    await waitFor(() => expect(xOf(result.current.loads["a"])).toBe(1));
    x = 2;
    act(() => result.current.reload());
    await waitFor(() => expect(xOf(result.current.loads["a"])).toBe(2));
  });

  it("cancels what is no longer looked at", async () => {
    const asked = serve(() => new Promise(() => undefined));
    const { unmount } = show(["a"]);
    await waitFor(() => expect(asked).toHaveLength(1));
    unmount();
    expect(asked[0]?.signal?.aborted).toBe(true);
  });
});
