// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { compareRuns } from "#lib/transfer/compare.ts";
import type { ComparedRun, ComparedTrial } from "#lib/transfer/schema.ts";
import { alikeTrials } from "#lib/transfer/testing.ts";
import { ComparisonStrip } from "./comparison-strip.tsx";

afterEach(cleanup);

const run: ComparedRun = { id: "1", name: "plain", arm: "zero_shot", memoryType: null, model: "m" };

function draw(base: ComparedTrial[], candidate: ComparedTrial[], incomplete: string | null = null) {
  const comparison = compareRuns(base, candidate, { k: 3 });
  const compared = { base: run, candidate: { ...run, id: "2", arm: "memory" as const }, comparison };
  render(
    <ComparisonStrip
      compared={compared}
      incomplete={incomplete}
      href={(outcome, evidence) => `/list/${outcome}/${evidence}`}
    />,
  );
}

const base = [...alikeTrials("x", 8, "ppp"), ...alikeTrials("y", 2, "ppp")];
const candidate = [...alikeTrials("x", 8, "fff"), ...alikeTrials("y", 2, "eff")];

describe("ComparisonStrip", () => {
  it("gives the verdict with its p, and each count as a link to its tasks", () => {
    draw(base, candidate);
    expect(screen.getByRole("heading").textContent).toBe("Significantly worse than baseline (p = .002)");
    expect(screen.getByRole("link", { name: "10 lost" }).getAttribute("href")).toBe("/list/lost/null");
    expect(screen.getByRole("link", { name: "8 supported" }).getAttribute("href")).toBe(
      "/list/lost/supported",
    );
    // A count of nothing leads nowhere.
    expect(screen.queryByRole("link", { name: "0 gained" })).toBeNull();
  });

  it("sets chance beside those losses alone that it speaks of", () => {
    draw(base, candidate);
    // Eight deals of three passes and three failures: a solved task is lost with 1/20.
    expect(screen.getByText(/^8 without errors; by chance about 0\.\d/)).toBeTruthy();
  });

  it("keeps caveats and bounds behind a chip each, in full", async () => {
    draw(base, candidate, "An import was cut off.");
    expect(screen.queryByText(/unpaired/)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Incomplete run" }));
    expect(screen.getByText("An import was cut off.")).toBeTruthy();
    await userEvent.keyboard("{Escape}");
    await userEvent.click(screen.getByRole("button", { name: /caveats?$/ }));
    expect(screen.getByText(/2 errored attempts count as not passed/)).toBeTruthy();
  });

  it("shows no numbers where nothing was paired", () => {
    draw(alikeTrials("a", 1, "p"), alikeTrials("b", 1, "p"));
    expect(screen.getByRole("heading").textContent).toBe("Nothing to compare");
    expect(screen.queryByText(/gained/)).toBeNull();
  });
});
