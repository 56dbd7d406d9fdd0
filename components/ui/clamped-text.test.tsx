// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { ClampedText } from "./clamped-text.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** What a browser would measure: the text is so high, its box 48 px. */
function heightOfText(height: number) {
  vi.spyOn(HTMLElement.prototype, "scrollHeight", "get").mockReturnValue(height);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(48);
}

it("unfolds a text that is cut, and folds it again", async () => {
  heightOfText(160);
  render(<ClampedText text="A long story" of="of Check first" />);
  const button = screen.getByRole("button", { name: "More of Check first" });
  await userEvent.click(button);
  expect(screen.getByText("A long story").className).not.toContain("line-clamp");
  await userEvent.click(screen.getByRole("button", { name: "Less of Check first" }));
  expect(screen.getByText("A long story").className).toContain("line-clamp");
});

it("offers nothing where all of it is seen", () => {
  heightOfText(48);
  render(<ClampedText text="Short" of="of Check first" />);
  expect(screen.queryByRole("button")).toBeNull();
});
