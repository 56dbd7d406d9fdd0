// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";

const deprecate = vi.hoisted(() => vi.fn());
vi.mock("#lib/memories/actions.ts", () => ({ deprecateMemoriesAction: deprecate }));

import { SelectionBar } from "./selection-bar.tsx";

afterEach(() => {
  cleanup();
  deprecate.mockReset();
});

function show(ids: string[]) {
  const [onClear, onChanged] = [vi.fn(), vi.fn()];
  render(<SelectionBar ids={ids} onClear={onClear} onChanged={onChanged} />);
  return { onClear, onChanged };
}

describe("SelectionBar", () => {
  it("is there for as long as something is selected", () => {
    show([]);
    expect(screen.queryByRole("region", { name: "Selection" })).toBeNull();
  });

  it("says how many, and does to all of them what is asked", async () => {
    deprecate.mockResolvedValue({ ok: true, value: { batchId: "b", changed: 2, unchanged: 0 } });
    const { onChanged } = show(["one", "two"]);
    expect(screen.getByRole("heading", { name: "2 selected" })).toBeTruthy();
    for (const name of ["Promote", "Valid until", "Tag", "Clear"]) {
      expect(screen.getByRole("button", { name })).toBeTruthy();
    }
    await userEvent.keyboard("d");
    await userEvent.type(screen.getByRole("textbox", { name: /^Reason/ }), "They lose tasks");
    await userEvent.click(screen.getByRole("button", { name: "Deprecate 2 memories" }));
    expect(deprecate).toHaveBeenCalledWith({
      selection: { ids: ["one", "two"] },
      reason: "They lose tasks",
    });
    expect(onChanged).toHaveBeenCalledOnce();
  });

  it("changes nothing on the screen when it is refused", async () => {
    deprecate.mockResolvedValue({ ok: false, error: { code: "conflict", message: "Somebody was faster." } });
    const { onChanged } = show(["one"]);
    await userEvent.click(screen.getByRole("button", { name: "Deprecate" }));
    await userEvent.type(screen.getByRole("textbox", { name: /^Reason/ }), "Why not");
    await userEvent.click(screen.getByRole("button", { name: "Deprecate 1 memory" }));
    expect(await screen.findByText("Somebody was faster.")).toBeTruthy();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it("is cleared by its button and by Escape", async () => {
    const { onClear } = show(["one"]);
    await userEvent.click(screen.getByRole("button", { name: "Clear" }));
    await userEvent.keyboard("{Escape}");
    expect(onClear).toHaveBeenCalledTimes(2);
  });
});
