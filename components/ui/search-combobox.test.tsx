// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { queriesOfTest, serverOfTest } from "#components/shell/testing.tsx";
import { SearchCombobox, type SearchOption } from "./search-combobox.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const fruits = ["Apple", "Banana", "Cherry"];
const search = (address: string) => {
  const words = new URL(address, "http://x").searchParams.get("q")?.toLowerCase() ?? "";
  const options = fruits.filter((label) => label.toLowerCase().includes(words));
  return Response.json({ options: options.map((label) => ({ value: label, label })) });
};

const submitted = vi.fn();

function Example() {
  const [selected, setSelected] = useState<SearchOption | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submitted();
      }}
    >
      <SearchCombobox label="Fruit" endpoint="/fruits" selected={selected} onSelect={setSelected} />
      <output>{selected?.label ?? "none"}</output>
      <button type="submit">Ask</button>
    </form>
  );
}

function show(answer: (address: string) => Response | Promise<Response> = search) {
  submitted.mockClear();
  const server = serverOfTest(answer);
  vi.stubGlobal("fetch", server.fetch);
  render(<Example />, { wrapper: queriesOfTest() });
  return { input: screen.getByRole("combobox", { name: "Fruit" }), asked: server.asked };
}

const names = () => screen.queryAllByRole("option").map((option) => option.textContent);
const active = (input: HTMLElement) =>
  document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent;

describe("SearchCombobox", () => {
  it("lists on focus, and what matches while typing, asked for once typing pauses", async () => {
    const { input, asked } = show();
    expect(input.getAttribute("aria-expanded")).toBe("false");
    await userEvent.click(input);
    await waitFor(() => expect(names()).toEqual(fruits));
    expect(input.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByRole("listbox", { name: "Fruit" }).id).toBe(input.getAttribute("aria-controls"));
    await userEvent.type(input, "an");
    await waitFor(() => expect(names()).toEqual(["Banana"]));
    expect(asked.map(({ address }) => address)).toEqual(["/fruits?q=", "/fruits?q=an"]);
    expect(document.activeElement).toBe(input);
  });

  it("goes round by arrow keys, takes by Enter and does not send the form", async () => {
    const { input } = show();
    await userEvent.click(input);
    await waitFor(() => expect(active(input)).toBe("Apple"));
    await userEvent.keyboard("{ArrowDown}");
    await waitFor(() => expect(active(input)).toBe("Banana"));
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    await waitFor(() => expect(active(input)).toBe("Cherry"));
    await userEvent.keyboard("{Enter}");
    expect(document.querySelector("output")?.textContent).toBe("Cherry");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(input).toHaveProperty("value", "");
    expect(submitted).not.toHaveBeenCalled();
  });

  it("takes by a click, and is cleared by its button", async () => {
    const { input } = show();
    await userEvent.click(input);
    await userEvent.click(await screen.findByRole("option", { name: "Banana" }));
    expect(document.querySelector("output")?.textContent).toBe("Banana");
    await userEvent.click(screen.getByRole("button", { name: "Clear Banana" }));
    expect(document.querySelector("output")?.textContent).toBe("none");
  });

  it("opens again by a click after a choice", async () => {
    const { input } = show();
    await userEvent.click(input);
    await userEvent.click(await screen.findByRole("option", { name: "Banana" }));
    expect(screen.queryByRole("listbox")).toBeNull();
    await userEvent.click(input);
    expect(await screen.findByRole("option", { name: "Banana" })).toBeTruthy();
    await userEvent.click(input);
    expect(screen.getByRole("listbox")).toBeTruthy();
  });

  it("closes by Escape and by leaving; closed, Enter sends the form and an arrow opens", async () => {
    const { input } = show();
    await userEvent.click(input);
    await waitFor(() => expect(names()).toEqual(fruits));
    await userEvent.keyboard("{Escape}");
    expect(input.getAttribute("aria-expanded")).toBe("false");
    expect(input.getAttribute("aria-activedescendant")).toBeNull();
    await userEvent.keyboard("{Enter}");
    expect(submitted).toHaveBeenCalledTimes(1);
    await userEvent.keyboard("{ArrowDown}");
    await waitFor(() => expect(names()).toEqual(fruits));
    await userEvent.tab();
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("says when nothing matches, and that the list can't be loaded", async () => {
    const refusal = { error: { code: "invalid", message: "No." } };
    const { input } = show((address) =>
      address.includes("bad") ? Response.json(refusal, { status: 400 }) : search(address),
    );
    await userEvent.type(input, "x");
    expect(await screen.findByText("No matches.")).toBeTruthy();
    await userEvent.clear(input);
    await userEvent.type(input, "bad");
    expect(await screen.findByText(/^The list can't be loaded\./)).toBeTruthy();
    expect(names()).toEqual([]);
  });
});
