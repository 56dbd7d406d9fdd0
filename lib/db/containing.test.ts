import { expect, it } from "vitest";
import { containing } from "./containing.ts";

it.each([
  ["", ""],
  ["Fix it", "Fix it"],
  ["100%", "100\\%"],
  ["task_1", "task\\_1"],
  ["a\\b", "a\\\\b"],
  ["\\%", "\\\\\\%"],
  ["*?[a-z]", "*?[a-z]"],
])("means %j letter by letter", (part, contains) => {
  expect(containing(part)).toEqual({ contains, mode: "insensitive" });
});
