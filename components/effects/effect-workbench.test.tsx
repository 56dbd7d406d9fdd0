// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queriesOfTest, serverOfTest } from "#components/shell/testing.tsx";
import { EffectWorkbench } from "./effect-workbench.tsx";
import { planeOfTest, rowsOfTest } from "./testing.ts";

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
vi.mock("#lib/memories/actions.ts", () => ({}));

const server = serverOfTest((address) => {
  const id = address.split("/")[3] ?? "";
  if (address.endsWith("/effect")) return Response.json({ effect: null, lost: [] });
  if (address.endsWith("/neighbors")) return Response.json({ rows: [] });
  return Response.json({
    ...{ id, type: "insight", title: `Title of ${id}`, benchmark: "swe", taskName: "t", task: "t" },
    ...{ content: { title: "t", description: "d", content: "c" }, outcome: "passed", lifecycle: "active" },
    ...{ ineligible: null, tags: [], version: 1, validFrom: null, validUntil: null, findings: [] },
  });
});

beforeEach(() => {
  vi.stubGlobal("fetch", server.fetch);
  vi.stubGlobal("matchMedia", () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  router.push.mockReset();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(searchParams = "") {
  const onUrlUpdate = vi.fn();
  const Queries = queriesOfTest();
  render(
    <NuqsTestingAdapter searchParams={searchParams} onUrlUpdate={onUrlUpdate} hasMemory>
      <Queries>
        <EffectWorkbench
          panels={{ filters: false, inspector: true, table: "closed" }}
          about={null}
          picker={null}
          note={<p>What the runs tell</p>}
          {...planeOfTest()}
          measure="lisi"
          rows={rowsOfTest.map((row) => ({ ...row, isAbstract: true, tasksHref: "/compare" }))}
          total={rowsOfTest.length}
          page={1}
        />
      </Queries>
    </NuqsTestingAdapter>,
  );
  return { address: () => onUrlUpdate.mock.lastCall?.[0].queryString };
}

const dot = (id: string) => screen.getByRole("button", { name: new RegExp(`^Title of ${id} `) });
const inspector = () => within(screen.getByRole("complementary", { name: "Inspector" }));
const table = () => screen.queryByRole("table", { name: "Memories by abstraction and effect" });

describe("EffectWorkbench", () => {
  it("shows a clicked dot's memory beside the plane, keeps it in the address, and opens it with o", async () => {
    const { address } = open("?base=b&cand=c");
    expect(inspector().getByText("What the runs tell")).toBeTruthy();
    await userEvent.click(dot("harm"));
    expect(await inspector().findByRole("heading", { name: "Title of harm" })).toBeTruthy();
    expect(address()).toBe("?base=b&cand=c&at=harm");
    expect(router.push).not.toHaveBeenCalled();
    await userEvent.keyboard("o");
    expect(router.push).toHaveBeenCalledWith("/memories/harm");
  });

  it("shows the memory that the address names, and another one for as long as its dot has the focus", async () => {
    open("?at=low-left");
    expect(await inspector().findByRole("heading", { name: "Title of low-left" })).toBeTruthy();
    expect(dot("low-left").getAttribute("aria-current")).toBe("true");
    dot("low-left").focus();
    await userEvent.keyboard("{ArrowUp}");
    expect(await inspector().findByRole("heading", { name: "Title of high-left" })).toBeTruthy();
    await userEvent.unhover(dot("high-left"));
    dot("high-left").blur();
    expect(await inspector().findByRole("heading", { name: "Title of low-left" })).toBeTruthy();
  });

  it("opens the list below with t, from which a title leads to the inspector too", async () => {
    const { address } = open();
    expect(table()).toBeNull();
    await userEvent.keyboard("t");
    const list = within(table() as HTMLElement);
    await userEvent.click(list.getByRole("button", { name: "Title of high-left" }));
    expect(await inspector().findByRole("heading", { name: "Title of high-left" })).toBeTruthy();
    expect(address()).toBe("?at=high-left");
  });

  it("selects a dot with x, for what is done with memories", async () => {
    open();
    dot("harm").focus();
    await userEvent.keyboard("x");
    expect(screen.getByRole("heading", { name: "1 selected" })).toBeTruthy();
    await userEvent.keyboard("x");
    expect(screen.queryByRole("heading", { name: "1 selected" })).toBeNull();
  });

  it("counts what is abstract and harmful", () => {
    open();
    expect(screen.getByText("1 abstract and harmful of 4")).toBeTruthy();
  });
});
