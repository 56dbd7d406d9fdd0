// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MainNav } from "./main-nav.tsx";
import { navItems } from "./nav-items.ts";

vi.mock("next/navigation", () => ({ usePathname: () => "/memories/0190" }));
afterEach(cleanup);

describe("MainNav", () => {
  it("links every page and marks the one that is open", () => {
    render(<MainNav />);
    expect(screen.getAllByRole("link")).toHaveLength(navItems.length);
    expect(screen.getByRole("link", { current: "page" }).textContent).toBe("All memories");
  });

  it("names its icons as a rail", () => {
    render(<MainNav rail />);
    for (const { label } of navItems) {
      expect(screen.getByRole("link", { name: label }).textContent).toBe("");
    }
  });
});
