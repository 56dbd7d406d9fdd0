import { describe, expect, it } from "vitest";
import { layoutWarning } from "./layout-warning.ts";

describe("layoutWarning", () => {
  it("says that a poor layout is one, and why", () => {
    const both = layoutWarning({ trustworthiness: 0.75, neighborRecall: 0.37 });
    expect(both).toContain(
      "Poor layout (trustworthiness is below 0.85, fewer than 40% of neighbors are kept)",
    );
    expect(layoutWarning({ trustworthiness: 0.9, neighborRecall: 0.37 })).toContain("(fewer than 40%");
    expect(layoutWarning({ trustworthiness: 0.8, neighborRecall: null })).toContain("(trustworthiness is");
  });

  it("is silent about a good one, and about one too small to say", () => {
    expect(layoutWarning({ trustworthiness: 0.85, neighborRecall: 0.4 })).toBeNull();
    expect(layoutWarning({ trustworthiness: null, neighborRecall: null })).toBeNull();
  });
});
