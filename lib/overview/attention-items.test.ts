import { describe, expect, it } from "vitest";
import { attentionItems } from "./attention-items.ts";

const nothing = Object.freeze({
  expired: 0,
  staleEmbeddings: 0,
  missingEmbeddings: 0,
  failedJobs: 0,
  harmful: [],
  lintErrors: [],
  lintWarnings: [],
  pendingDrafts: 0,
  inReview: 0,
});

describe("attentionItems", () => {
  it("is silent when nothing waits", () => {
    expect(attentionItems(nothing)).toEqual([]);
  });

  it("puts the gravest first", () => {
    const items = attentionItems({ ...nothing, lintWarnings: ["m1"], expired: 2, failedJobs: 1 });
    expect(items.map((item) => item.tone)).toEqual(["bad", "warn", "info"]);
  });

  it.each([
    [1, "1 active memory has expired"],
    [2, "2 active memories have expired"],
    [1200, "1,200 active memories have expired"],
  ])("counts %i in words", (expired, text) => {
    expect(attentionItems({ ...nothing, expired })[0]?.text).toBe(text);
  });

  it("names memories that are harmful beyond chance", () => {
    const [item] = attentionItems({ ...nothing, harmful: ["m1"] });
    expect(item).toMatchObject({ text: "1 memory loses tasks beyond chance (q ≤ .05)", tone: "bad" });
    expect(item?.href).toContain("m1");
  });

  it("keeps the address of many memories short", () => {
    const lintErrors = Array.from({ length: 500 }, (_, index) => `id${index}`);
    const [item] = attentionItems({ ...nothing, lintErrors });
    expect(item?.text).toBe("500 memories have lint errors");
    expect(item?.href.split(",")).toHaveLength(300);
  });

  it("links to the very memories it counts", () => {
    expect(attentionItems({ ...nothing, inReview: 1 })).toMatchObject([
      {
        text: "1 memory is marked for review",
        href: "/memories?lifecycle=active,candidate&tag=review",
      },
    ]);
    expect(attentionItems({ ...nothing, expired: 3 })[0]?.href).toBe(
      "/memories?lifecycle=active&validity=expired",
    );
  });
});
