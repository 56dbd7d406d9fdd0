import { describe, expect, it } from "vitest";
import { hiddenColumnIds } from "./hidden-columns.ts";

const base = {
  ids: ["model", "agent", "size"],
  byAddress: undefined,
  initially: [],
  constant: [],
  chosen: {},
  sortedBy: undefined,
};

describe("hiddenColumnIds", () => {
  it.each([
    ["all are shown", {}, []],
    ["some wait until asked for", { initially: ["agent"] }, ["agent"]],
    ["what was asked for is shown", { initially: ["agent"], chosen: { agent: true } }, []],
    ["what was hidden stays hidden", { chosen: { size: false } }, ["size"]],
    ["what every row says alike is hidden", { constant: ["model"] }, ["model"]],
    ["unless asked for", { constant: ["model"], chosen: { model: true } }, []],
    ["or sorted by", { constant: ["model"], sortedBy: "model" }, []],
    [
      "the address outranks the choice",
      { byAddress: ["size"], chosen: { size: true, model: false } },
      ["size"],
    ],
    ["not over what every row says alike", { byAddress: [], constant: ["model"] }, ["model"]],
    ["unless asked for here", { byAddress: [], constant: ["model"], chosen: { model: true } }, []],
    ["a column that is no more is ignored", { chosen: { gone: false } }, []],
  ])("%s", (_why, input, expected) => {
    expect(hiddenColumnIds({ ...base, ...input })).toEqual(expected);
  });
});
