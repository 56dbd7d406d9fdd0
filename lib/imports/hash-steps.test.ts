import { expect, it } from "vitest";
import { hashJson } from "#lib/shared/hash.ts";
import { hashSteps } from "./hash-steps.ts";
import type { Step } from "./records.ts";

it.each<[string, Step[]]>([
  ["none", []],
  ["one", [{ source: "user", message: 'é \u2028 "' }]],
  [
    "keys in any order",
    [
      { observation: "b", action: "a", source: "agent" },
      { source: "agent", reasoning: "" },
    ],
  ],
])("is the hash that was stored before, of %s", (_what, steps) => {
  expect(hashSteps('a "format"', steps)).toBe(hashJson({ format: 'a "format"', steps }));
});
