import { describe, expect, it } from "vitest";
import { constantIn } from "./constant-columns.ts";
import { dataTableColumns } from "./features.ts";

type Row = { name: string; model: string | null; tags: string[] };
const column = dataTableColumns<Row>();
const columns = [
  column.accessor("name", { id: "name", header: "Name", enableHiding: false }),
  column.accessor("model", { id: "model", header: "Model" }),
  column.accessor("tags", { id: "tags", header: "Tags" }),
];
const row = (model: string | null, ...tags: string[]): Row => ({ name: "same", model, tags });

describe("constantIn", () => {
  it.each([
    [[row("a", "x"), row("a", "x")], 2, ["model", "tags"], "the same everywhere"],
    [[row("a", "x"), row("a", "y")], 2, ["model"], "one that differs stays"],
    [[row(null), row("a")], 2, ["tags"], "a missing value is a value"],
    [[row("a"), row("a")], 3, [], "another page may differ"],
    [[row("a")], 1, [], "one row is no comparison"],
    [[], 0, [], "nor is none"],
  ])("%#: %s", (rows, rowCount, expected) => {
    expect(constantIn(columns, rows, rowCount)).toEqual(expected);
  });
});
