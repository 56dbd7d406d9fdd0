import { describe, expect, it } from "vitest";
import { columnsKey, mappingParts, parseMapping } from "./column-mapping.ts";
import { guessMapping } from "./guess-mapping.ts";
import { cellNumber, cellOutcome } from "./read-cell.ts";

describe("parseMapping", () => {
  it.each([
    [["task=instance_id", "outcome=resolved", "benchmark:=My Bench"], "trials", null],
    [["task=id", "outcome=mean score>=0.5"], "trials", { atLeast: true, value: 0.5 }],
    [["task=id", "outcome=loss<=-1e-3"], "trials", { atLeast: false, value: -0.001 }],
    [["content=text", "type:=workflow"], "memories", null],
  ])("reads %j, and writes it as it was read", (parts, kind, threshold) => {
    const parsed = parseMapping(parts);
    expect(parsed).toMatchObject({ ok: true, value: { kind, threshold } });
    if (!parsed.ok) return;
    const written = mappingParts(parsed.value);
    expect(written.map((part) => part.replace("-0.001", "-1e-3"))).toEqual(parts);
    expect(parseMapping(written)).toEqual(parsed);
  });

  it.each([
    [["task"], '"task" is not FIELD=COLUMN'],
    [["task=", "outcome=x"], '"task=" is not FIELD=COLUMN'],
    [["task=a", "task=b"], 'The field "task" is given twice'],
    [["tsak=a"], 'There is no field "tsak": use task'],
    [["task=a"], "Say which column is the outcome"],
    [["content=a", "cost=b"], '"cost" is no field of memories'],
  ])("refuses %j and says why", (parts, message) => {
    const parsed = parseMapping(parts);
    expect(parsed.ok ? "" : parsed.error.message).toContain(message);
  });

  it("keeps a mapping under the names of the columns in whatever order", () => {
    expect(columnsKey(["a", "b"])).toBe(columnsKey(["b", "a"]));
    expect(columnsKey(["a", "b"])).not.toBe(columnsKey(["a", "b", "c"]));
  });
});

describe("guessMapping", () => {
  const guess = (columns: Record<string, unknown[]>) => {
    const found = guessMapping(Object.entries(columns).map(([name, samples]) => ({ name, samples })));
    return found && mappingParts(found).sort();
  };

  it("goes by names, and by values where a name promises too much", () => {
    expect(
      guess({ instance_id: ["a"], status: ["running"], resolved: ["True", ""], "usage.cost": ["$0.10"] }),
    ).toEqual(["cost=usage.cost", "outcome=resolved", "task=instance_id"]);
    expect(guess({ task: ["a"], "Total Cost": ["free"], passed: [1] })).toEqual([
      "outcome=passed",
      "task=task",
    ]);
  });

  it("proposes where a score passes: at 1 where one is full, else in the middle", () => {
    expect(guess({ task: ["a"], score: [0.2, 1] })).toContain("outcome=score>=1");
    expect(guess({ task: ["a"], score: [0.2, 0.8] })).toContain("outcome=score>=0.5");
    expect(guess({ task: ["a"], score: [20, 80] })).toContain("outcome=score>=50");
    expect(guess({ task: ["a"], score: [0, 1] })).toContain("outcome=score");
  });

  it("takes rows without an outcome for memories, and says so where it can't tell", () => {
    expect(guess({ Title: ["t"], lesson: ["l"], type: ["insight"] })).toEqual([
      "content=lesson",
      "title=Title",
      "type=type",
    ]);
    expect(guess({ step: [1], loss: [0.1] })).toBeNull();
  });
});

describe("cells", () => {
  it.each([
    ["Passed", "passed"],
    [true, "passed"],
    ["0.0", "failed"],
    ["not resolved", "failed"],
    ["timeout", "errored"],
    ["", "missing"],
    [null, "missing"],
    ["N/A", "missing"],
    ["0.35", null],
    ["maybe", null],
  ])("%j is the outcome %s", (cell, outcome) => expect(cellOutcome(cell)).toBe(outcome));

  it.each([
    ["$1,234.50", 1234.5],
    ["1e-3", 0.001],
    ["1,5", null],
    ["", null],
    ["0x10", null],
    ["Infinity", null],
  ])("%j is the number %s", (cell, number) => expect(cellNumber(cell)).toBe(number));
});
