import { expect, it } from "vitest";
import { changesOf } from "./revisions.ts";

it("tells a validity window by its days, the last one included, as people set it", () => {
  expect(
    changesOf(
      { validFrom: null, validUntil: "2026-12-02T00:00:00.000Z" },
      { validFrom: "2026-05-01T00:00:00.000Z", validUntil: null },
    ),
  ).toEqual([
    { field: "validFrom", before: "", after: "2026-05-01" },
    { field: "validUntil", before: "2026-12-01", after: "" },
  ]);
});

it("tells an instant that is no end of a day with its time", () => {
  const [from, until] = changesOf(
    { validFrom: null, validUntil: null },
    { validFrom: "2026-05-01T08:30:00.000Z", validUntil: "2026-12-01T10:30:00.000Z" },
  );
  expect([from?.after, until?.after]).toEqual(["2026-05-01 08:30 UTC", "2026-12-01 10:30 UTC"]);
});
