import { describe, expect, it } from "vitest";
import { activeHref } from "./nav-items.ts";

describe("activeHref", () => {
  it.each<[string, string | null, string]>([
    ["/", "/", "the overview is itself alone"],
    ["/memories/0190", "/memories", "a detail belongs to its list"],
    ["/memories-old", null, "a longer word is another page"],
    ["/compare", "/compare", "an exact path is itself"],
    ["/map/effects", "/map/effects", "the longer of two items wins"],
    ["/map/versions", "/map", "a page without an item belongs to the one above it"],
    ["/nowhere", null, "an unknown page lights nothing"],
  ])("%s belongs to %s: %s", (pathname, href) => {
    expect(activeHref(pathname)).toBe(href);
  });
});
