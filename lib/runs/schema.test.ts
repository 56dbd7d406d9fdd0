import { expect, it } from "vitest";
import * as enums from "#lib/db/generated/enums.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import { lifecycles, memoryOutcomes } from "#lib/memories/search-params.ts";
import { emptyOutcomes, OUTCOMES } from "./schema.ts";

it.each([
  ["memory types, from concrete to abstract", memoryTypes, enums.MemoryType],
  ["outcomes of memories", memoryOutcomes, enums.MemoryOutcome],
  ["lifecycles", lifecycles, enums.Lifecycle],
  ["outcomes of trials", OUTCOMES, enums.Outcome],
  ["counts of outcomes", Object.keys(emptyOutcomes()), enums.Outcome],
])("lists the %s that the database has, in its order", (_what, listed, stored) => {
  expect([...listed]).toEqual(Object.values(stored));
});
