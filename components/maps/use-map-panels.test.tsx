// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeCookie } from "#components/ui/write-cookie.ts";
import { panelCookie, panelsFrom } from "./map-panels.ts";
import { useMapPanels } from "./use-map-panels.ts";

let wide = true;
beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: wide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  writeCookie(panelCookie, "");
  wide = true;
});

const start = { filters: false, inspector: true, table: "closed" } as const;
const remembered = () => panelsFrom(document.cookie.match(new RegExp(`${panelCookie}=([^;]*)`))?.[1]);

describe("useMapPanels", () => {
  it("opens and closes panels by their keys, and remembers them", async () => {
    const { result } = renderHook(() => useMapPanels(start));
    await userEvent.keyboard("fi");
    expect(result.current).toMatchObject({ filters: true, inspector: false });
    expect(remembered()).toEqual({ filters: true, inspector: false, table: "closed" });
  });

  it("turns the table from closed to half, tall and closed again", async () => {
    const { result } = renderHook(() => useMapPanels(start));
    const seen = [];
    for (let press = 0; press < 3; press++) {
      await userEvent.keyboard("t");
      seen.push(result.current.table);
    }
    expect(seen).toEqual(["half", "tall", "closed"]);
  });

  it("opens one sheet at a time in a narrow window, and remembers none", async () => {
    wide = false;
    const { result } = renderHook(() => useMapPanels(start));
    await userEvent.keyboard("f");
    expect(result.current.sheet).toBe("filters");
    await userEvent.keyboard("t");
    expect(result.current.sheet).toBe("table");
    act(() => result.current.setSheet(null));
    expect(result.current.sheet).toBeNull();
    expect(remembered()).toEqual(start);
  });
});
