import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { getMapLabels } from "./map-labels.ts";

const test = testDatabase();

it.each([
  ["an unknown map", "00000000-0000-7000-8000-000000000001"],
  ["what is no id", "insight"],
])("is null for %s", async (_why, id) => {
  expect(await getMapLabels(test.db, id)).toBeNull();
});
