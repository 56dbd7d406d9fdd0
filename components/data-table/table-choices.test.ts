import { describe, expect, it } from "vitest";
import { readTableChoices, withTableChoices, writeTableChoices } from "./table-choices.ts";

describe("readTableChoices", () => {
  it("reads what was written", () => {
    const all = { Runs: { density: "compact" as const, columns: { agent: true, "a;b,c é": false } } };
    expect(readTableChoices(writeTableChoices(all))).toEqual(all);
    // Next hands cookies over decoded.
    expect(readTableChoices(decodeURIComponent(writeTableChoices(all)))).toEqual(all);
  });

  it.each<[string | undefined, string]>([
    [undefined, "none"],
    ["", "an empty one"],
    ["{", "no JSON"],
    ["%E0%A4%A", "a broken escape"],
    ["[1]", "a list"],
    ["null", "null"],
    ['{"Runs":"compact"}', "text for choices"],
    ['{"Runs":{"density":"tiny","columns":{"a":"yes"}}}', "values of another version"],
  ])("takes %j for no choice: %s", (value, _why) => {
    expect(readTableChoices(value)).toEqual({});
  });

  it("keeps what is valid beside what is not", () => {
    expect(readTableChoices('{"Runs":{"density":"tiny","columns":{"a":1,"b":false}},"Jobs":3}')).toEqual({
      Runs: { columns: { b: false } },
    });
  });
});

describe("writeTableChoices", () => {
  it("forgets the tables changed longest ago before the cookie is too long to be kept", () => {
    let all = {};
    for (let index = 0; index < 200; index++) {
      all = withTableChoices(all, `Table ${index}`, { columns: { model: false, created: true } });
    }
    all = withTableChoices(all, "Table 150", { density: "compact" });
    const value = writeTableChoices(all);
    expect(value.length).toBeLessThanOrEqual(3500);
    const kept = readTableChoices(value);
    expect(kept["Table 150"]).toEqual({ density: "compact", columns: { model: false, created: true } });
    expect(kept["Table 199"]).toBeDefined();
    expect(kept["Table 0"]).toBeUndefined();
  });
});
