import { expect, it } from "vitest";
import { draftOf, partsOf } from "./mapping-draft.ts";

it.each([
  [["task=id", "outcome=score>=0.5", "benchmark:=B"]],
  [["content=text", "title=head line", "type:=insight"]],
  [["task=a=b", "outcome=passed"]],
])("gives back what it was made of: %j", (parts) => {
  expect(partsOf(draftOf(parts))).toEqual(parts);
});

it("keeps one field a column, and a column before a value", () => {
  const draft = draftOf(["task=id", "outcome=score>=1", "reward=score", "benchmark:=B"]);
  expect(draft.columns).toEqual({ id: "task", score: "outcome" });
  expect(partsOf({ ...draft, columns: { ...draft.columns, set: "benchmark" } })).not.toContain(
    "benchmark:=B",
  );
});
