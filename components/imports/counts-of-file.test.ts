import { expect, it } from "vitest";
import { countsOfFile } from "./counts-of-file.ts";

it("says what a file gave, and nothing of what it did not", () => {
  const none = () => ({ created: 0, updated: 0, unchanged: 0, rejected: 0 });
  const counts = {
    memories: none(),
    vectors: none(),
    trials: none(),
    trajectories: none(),
    retrievals: none(),
    judgements: none(),
  };
  expect(countsOfFile({ counts })).toBe("");
  counts.memories.created = 1930;
  counts.memories.rejected = 2;
  counts.trials.unchanged = 1;
  const { vectors: _vectors, ...older } = counts;
  expect(countsOfFile({ counts: older as typeof counts })).toBe(countsOfFile({ counts }));
  expect(countsOfFile({ counts })).toBe("memories: 1,930 new, 2 rejected; trials: 1 unchanged");
});
