import { expect, it } from "vitest";
import { memoryTypes } from "#lib/memories/content.ts";
import { categoryLook } from "./category-look.ts";

it.each([
  ["type", [...memoryTypes]],
  ["outcome", ["passed", "failed", "unknown"]],
  ["lifecycle", ["candidate", "active", "deprecated"]],
] as const)("tells every %s apart by color and by shape", (category, names) => {
  const looks = names.map((name) => categoryLook(category, name));
  expect(new Set(looks.map((look) => look.color.light)).size).toBe(names.length);
  expect(new Set(looks.map((look) => look.shape)).size).toBe(names.length);
});

it("draws a tag the same wherever it occurs, and what has none quietly", () => {
  expect(categoryLook("tags", "review")).toEqual(categoryLook("tags", "review"));
  expect(categoryLook("tags", "(none)")).toEqual(categoryLook("generator", "(unknown)"));
});
