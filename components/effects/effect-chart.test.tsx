// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EffectChart } from "./effect-chart.tsx";
import { planeOfTest } from "./testing.ts";

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function draw(chosen: string | null = null, selected: string[] = []) {
  const on = { onFocus: vi.fn(), onChoose: vi.fn(), onPick: vi.fn() };
  render(
    <EffectChart {...planeOfTest()} measure="lisi" chosen={chosen} selected={new Set(selected)} {...on} />,
  );
  return on;
}

const dot = (id: string) => screen.getByRole("button", { name: new RegExp(`^Title of ${id} `) });
const tabStops = () => screen.getAllByRole("button").filter((each) => each.getAttribute("tabindex") === "0");

describe("EffectChart", () => {
  it("names the plane and each of its dots", () => {
    draw("low-left", ["harm"]);
    expect(screen.getByRole("group", { name: "4 memories by abstraction and effect" })).toBeTruthy();
    expect(screen.getAllByRole("button")).toHaveLength(4);
    expect(dot("harm").getAttribute("aria-label")).toMatch(/harmful, −50\.0 points.*q = \.021.*; selected$/);
    expect(dot("low-left").getAttribute("aria-current")).toBe("true");
    expect(dot("harm").getAttribute("aria-current")).toBeNull();
  });

  it("draws red around what is abstract and named harmful, and gray what may be chance", () => {
    draw();
    const marks = screen.getAllByRole("button").map((each) => each.querySelector("polygon"));
    expect(marks.filter((mark) => mark?.classList.contains("stroke-bad"))).toEqual([
      dot("harm").querySelector("polygon"),
    ]);
    expect(marks.filter((mark) => mark?.style.fill === "var(--color-muted)")).toHaveLength(3);
  });

  it("tells what the pointer is over, and keeps what is clicked", async () => {
    const { onFocus, onChoose } = draw();
    await userEvent.hover(dot("high-right"));
    expect(onFocus).toHaveBeenLastCalledWith("high-right");
    await userEvent.click(dot("harm"));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith("harm");
  });

  it("is one stop for Tab, at what stands out or was chosen; arrows go on from there", async () => {
    const { onFocus, onChoose, onPick } = draw();
    expect(tabStops()).toEqual([dot("harm")]);
    await userEvent.tab();
    expect(document.activeElement).toBe(dot("harm"));
    expect(onFocus).toHaveBeenLastCalledWith("harm");
    await userEvent.keyboard("{ArrowUp}");
    expect(document.activeElement).toBe(dot("high-right"));
    await userEvent.keyboard("{ArrowLeft}");
    expect(document.activeElement).toBe(dot("high-left"));
    expect(tabStops()).toEqual([dot("high-left")]);
    await userEvent.keyboard("{Enter}");
    expect(onChoose).toHaveBeenCalledExactlyOnceWith("high-left");
    await userEvent.keyboard("x");
    expect(onPick).toHaveBeenCalledExactlyOnceWith("high-left");
    await userEvent.tab();
    expect(onFocus).toHaveBeenLastCalledWith(null);
  });

  it("leads Tab to the chosen dot", () => {
    draw("low-left");
    expect(tabStops()).toEqual([dot("low-left")]);
  });
});
