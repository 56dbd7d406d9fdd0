import { expect, it } from "vitest";
import { formatSize } from "./format-size.ts";

it.each([
  [0, "0 characters"],
  [1, "1 character"],
  [999, "999 characters"],
  [1000, "1.0 k characters"],
  [34_210, "34.2 k characters"],
  [999_949, "999.9 k characters"],
  [999_950, "1.0 M characters"],
  [5_100_000, "5.1 M characters"],
])("writes %i as %s", (characters, said) => {
  expect(formatSize(characters)).toBe(said);
});
