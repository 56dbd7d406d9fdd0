import { describe, expect, it } from "vitest";
import { validityInput } from "./schema.ts";
import { ineligibility } from "./servable.ts";
import { describeValidityEnd, isDay, lastDayOf, parseValidityEnd } from "./validity-day.ts";

describe("a day named as the end", () => {
  const end = new Date(parseValidityEnd("2026-12-01"));
  const memory = { lifecycle: "active", validFrom: null, validUntil: end } as const;

  it.each([
    ["2026-12-01T00:00:00.000Z", null],
    ["2026-12-01T23:59:59.999Z", null],
    ["2026-12-02T00:00:00.000Z", "expired"],
  ])("is included: at %s the memory is %s", (at, reason) => {
    expect(ineligibility(memory, new Date(at))).toBe(reason);
  });

  it("is shown back as it was named", () => {
    expect([lastDayOf(end), describeValidityEnd(end)]).toEqual(["2026-12-01", "2026-12-01"]);
  });

  it("can be the day of the start: a window of one day", () => {
    const selection = { ids: [crypto.randomUUID()] };
    const parsed = validityInput.parse({ selection, validFrom: "2026-05-01", validUntil: "2026-05-01" });
    expect(parsed.validFrom).toEqual(new Date("2026-05-01T00:00:00Z"));
    expect(parsed.validUntil).toEqual(new Date("2026-05-02T00:00:00Z"));
  });
});

it("an instant stays that instant", () => {
  expect(parseValidityEnd("2026-12-01T10:30:00Z")).toBe("2026-12-01T10:30:00Z");
  expect(describeValidityEnd("2026-12-01T10:30:00Z")).toBe("2026-12-01 10:30 UTC");
});

it.each([
  ["2026-12-01", true],
  ["2024-02-29", true],
  ["2026-02-30", false],
  ["2026-13-01", false],
  ["2026-12-01T00:00:00Z", false],
  ["1 December", false],
])("%s is a day: %s", (text, is) => {
  expect(isDay(text)).toBe(is);
});
