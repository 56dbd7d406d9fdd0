// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { compareRuns } from "#lib/transfer/compare.ts";
import type { MostLost } from "#lib/transfer/most-lost-comparison.ts";
import type { ComparedTrial } from "#lib/transfer/schema.ts";
import { MostLostComparison } from "./most-lost-comparison.tsx";

afterEach(cleanup);

/** One task a letter, one attempt each: p = passed. */
function trials(outcomes: string): ComparedTrial[] {
  return [...outcomes].map((letter, index) => ({
    taskId: `t${index}`,
    benchmark: "swe",
    taskName: `t${index}`,
    checksum: "",
    attempt: 1,
    outcome: letter === "p" ? "passed" : "failed",
  }));
}

function found(base: string, candidate: string, of: number): MostLost {
  const run = { arm: "memory", memoryType: null, model: null } as const;
  const comparison = compareRuns(trials(base), trials(candidate), {});
  return {
    compared: {
      base: { ...run, id: "b", name: "Base" },
      candidate: { ...run, id: "c", name: "With memory" },
      comparison,
    },
    net: comparison.lost - comparison.gained,
    of,
  };
}

it.each([
  ["pppf", "fffp", 4, "Largest net loss", "3 lost, 1 gained, net −2 tasks, the most of 4 comparisons."],
  ["ppff", "fpff", 1, "Largest net loss", "1 lost, 0 gained, net −1 task, the only comparison."],
  ["ffff", "ppff", 2, "No comparison has a net loss", "net +2 tasks, the least of 2 comparisons."],
  ["pf", "fp", 1, "No comparison has a net loss", "net 0 tasks, the only comparison."],
])("says which is shown and why: %s to %s of %i", (base, candidate, of, title, why) => {
  const { container } = render(<MostLostComparison found={found(base, candidate, of)} />);
  expect(screen.getByRole("heading").textContent).toBe(title);
  expect(container.textContent).toContain(`Base (baseline) against With memory: ${why}`);
  expect(screen.getByRole("link", { name: "Open" }).getAttribute("href")).toBe("/compare?base=b&cand=c");
});

it("teaches how to get one where there is none", () => {
  const { container } = render(<MostLostComparison found={null} />);
  expect(container.textContent).toContain("--arm zero-shot");
});
