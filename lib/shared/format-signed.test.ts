import { expect, it } from "vitest";
import { formatSigned } from "./format-signed.ts";

it.each([
  [formatSigned(3.66, 1), "+3.7", "plus"],
  [formatSigned(-12, 0), "−12", "a true minus sign, no hyphen"],
  [formatSigned(-0.01, 1), "0.0", "no sign on what rounds to 0"],
])("%s", (text, expected) => {
  expect(text).toBe(expected);
});
