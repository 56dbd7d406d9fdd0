// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { findMemoriesAction } from "#lib/overview/actions.ts";
import { CommandPalette } from "./command-palette.tsx";
import { queriesOfTest } from "./testing.tsx";

vi.mock("#lib/overview/actions.ts", () => ({ findMemoriesAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));

beforeAll(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

async function type(text: string) {
  render(<CommandPalette open onOpenChange={vi.fn()} onHelp={vi.fn()} />, { wrapper: queriesOfTest() });
  await userEvent.type(screen.getByRole("combobox"), text);
}

it("says that a search failed, and never that nothing was found", async () => {
  vi.mocked(findMemoriesAction).mockRejectedValue(new TypeError("Failed to fetch"));
  await type("zzqq");
  expect((await screen.findByRole("alert")).textContent).toMatch(/could not be searched/);
  expect(screen.queryByText("No results.")).toBeNull();
  expect(screen.getByRole("combobox")).toHaveProperty("value", "zzqq");
});

it("shows what was found", async () => {
  const memory = { id: "1", title: "Run the tests", type: "insight", benchmark: "SWE" };
  vi.mocked(findMemoriesAction).mockResolvedValue({ ok: true, value: [memory as never] });
  await type("tests");
  expect(await screen.findByText("Run the tests")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});
