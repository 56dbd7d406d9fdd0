import { expect, it } from "vitest";
import { jobTitles } from "#lib/jobs/kinds.ts";
import { handlerOf } from "./handlers.ts";

it("has a handler for every kind of job there is", () => {
  for (const kind of Object.keys(jobTitles)) expect(handlerOf(kind), kind).toBeTypeOf("function");
});

it.each(["", "unknown", "Import", "constructor", "toString", "__proto__"])("has none for %j", (kind) => {
  expect(handlerOf(kind)).toBeUndefined();
});
