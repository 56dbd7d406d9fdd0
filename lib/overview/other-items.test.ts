import { expect, it } from "vitest";
import { otherItems } from "./other-items.ts";

const none = {
  expired: 0,
  staleEmbeddings: 0,
  missingEmbeddings: 0,
  lintWarnings: 0,
  pendingDrafts: 0,
  inReview: 0,
};

it("links to the very memories that are counted, and leaves out what is not there", () => {
  expect(otherItems(none)).toEqual([]);
  expect(otherItems({ ...none, expired: 1200, inReview: 1, lintWarnings: 1 })).toEqual([
    { text: "1,200 active memories expired", href: "/memories?lifecycle=active&validity=expired" },
    { text: "1 memory marked for review", href: "/memories?lifecycle=active,candidate&tag=review" },
    { text: "1 memory with lint warnings", href: "/memories?lifecycle=active,candidate&severity=warning" },
  ]);
});
