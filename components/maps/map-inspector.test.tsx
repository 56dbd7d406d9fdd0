// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queriesOfTest, serverOfTest } from "#components/shell/testing.tsx";
import { createHoverStore } from "./hover-store.ts";
import { MapInspector } from "./map-inspector.tsx";

const ids = { one: "00000000-0000-7000-8000-000000000001", two: "00000000-0000-7000-8000-000000000002" };
const base = { id: "b", name: "zero-shot" };
const effect = {
  ...{ memoryId: ids.one, alike: [], alikeNamed: [], rival: null, rivalNamed: null, restsOnErrors: false },
  ...{ retrievals: 9, tasks: 9, gained: 0, lost: 2, kept: 7, never: 0, lostAlone: 2, attempts: 9, passed: 0 },
  ...{ gainedByChance: 0.1, lostByChance: 0.4, netLossByChance: 0, netGainByChance: 0, expected: 5 },
  ...{
    effect: -0.5,
    p: 0.0001,
    q: 0.001,
    verdict: "harmful",
    base,
    candidate: { id: "c", name: "with memory" },
  },
};
const lost = ["a", "b"].map((taskName) => ({ taskId: taskName, benchmark: "swe", taskName, checksum: "" }));

function memory(id: string) {
  return {
    ...{ id, type: "insight", title: `Title of ${id.at(-1)}`, benchmark: "swe", taskName: "t", task: "t" },
    ...{ content: { title: "t", description: "d", content: "c" }, outcome: "passed", lifecycle: "active" },
    ...{ ineligible: null, tags: [], version: 1, validFrom: null, validUntil: null, findings: [] },
  };
}

const server = serverOfTest((address) => {
  const id = address.split("/")[3] ?? "";
  if (address.endsWith("/effect"))
    return Response.json(id === ids.one ? { effect, lost } : { effect: null, lost: [] });
  if (address.endsWith("/neighbors")) {
    const other = { id: ids.two, title: "Like it", type: "insight", benchmark: "swe", similarity: 0.9 };
    return Response.json({ rows: [other] });
  }
  return Response.json(memory(id));
});

beforeEach(() => {
  vi.stubGlobal("fetch", server.fetch);
  server.asked.length = 0;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function inspect(chosen: string | null) {
  const hover = createHoverStore();
  const [onChoose, onPick] = [vi.fn(), vi.fn()];
  render(
    <MapInspector hover={hover} chosen={chosen} onChoose={onChoose} selected={new Set()} onPick={onPick}>
      <p>Nothing yet</p>
    </MapInspector>,
    { wrapper: queriesOfTest() },
  );
  return { hover, onChoose, onPick };
}

describe("MapInspector", () => {
  it("shows the chosen memory with its verdict, the tasks lost and what is like it", async () => {
    const { onChoose, onPick } = inspect(ids.one);
    expect(await screen.findByRole("heading", { name: "Title of 1" })).toBeTruthy();
    expect(await screen.findByText("harmful")).toBeTruthy();
    const links = (await screen.findByRole("list", { name: /^Tasks lost/ })).querySelectorAll("a");
    expect([...links].map(({ textContent }) => textContent)).toEqual(["a", "b"]);
    expect(links[0]?.getAttribute("href")).toContain("task=a");
    expect(screen.getByRole("link", { name: "Open in full" }).getAttribute("href")).toBe(
      `/memories/${ids.one}`,
    );
    await userEvent.click(await screen.findByRole("button", { name: "Like it" }));
    expect(onChoose).toHaveBeenCalledWith(ids.two);
    await userEvent.click(screen.getByRole("button", { name: "Select" }));
    expect(onPick).toHaveBeenCalledWith(ids.one);
  });

  it("shows what one hovers instead, once the pointer rests, and goes back to the chosen", async () => {
    const { hover } = inspect(ids.one);
    await screen.findByRole("heading", { name: "Title of 1" });
    act(() => hover.set(ids.two));
    expect(await screen.findByRole("heading", { name: "Title of 2" })).toBeTruthy();
    act(() => hover.set(null));
    expect(await screen.findByRole("heading", { name: "Title of 1" })).toBeTruthy();
  });

  it("asks for no memory that the pointer only passes", async () => {
    const { hover } = inspect(null);
    expect(screen.getByText("Nothing yet")).toBeTruthy();
    act(() => hover.set(ids.one));
    act(() => hover.set(ids.two));
    await screen.findByRole("heading", { name: "Title of 2" });
    expect(server.asked.some(({ address }) => address.includes(ids.one))).toBe(false);
  });

  it("is closed by its button, which belongs to the chosen memory alone", async () => {
    const { hover, onChoose } = inspect(ids.one);
    await userEvent.click(await screen.findByRole("button", { name: "Close the memory" }));
    expect(onChoose).toHaveBeenCalledWith(null);
    act(() => hover.set(ids.two));
    await screen.findByRole("heading", { name: "Title of 2" });
    expect(screen.queryByRole("button", { name: "Close the memory" })).toBeNull();
  });
});
