// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { MetricHistoryPoint } from "#lib/abstraction/view.ts";
import { BeforeAfterTable } from "./before-after-table.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));
afterEach(cleanup);

function point(id: string, values: { n: number; lisi: number | null; dbi: number }, change?: object) {
  const { n, lisi, dbi } = values;
  return {
    id,
    asOf: `2026-01-0${id}T10:00:00.000Z`,
    result: { n, dbi, lisi: lisi === null ? null : { mean: lisi, randomLabelMean: 4.5 } },
    change: change ?? null,
  } as unknown as MetricHistoryPoint;
}

const tested = {
  came: 0,
  went: 1,
  edited: 0,
  lost: 0,
  lisi: { low: -0.019, high: 0.014, p: 0.52 },
  dbi: { low: -0.02, high: 0.01, p: 0.0004 },
};

function cells(before: MetricHistoryPoint, after: MetricHistoryPoint) {
  render(<BeforeAfterTable rows={[{ type: "insight", before, after }]} />);
  const [, row] = within(screen.getByRole("table", { name: "Metrics before and after" })).getAllByRole("row");
  return within(row as HTMLElement)
    .getAllByRole("cell")
    .map((cell) => cell.textContent);
}

describe("BeforeAfterTable", () => {
  it("writes before, after, difference and p in one line, and what chance gives in the title", () => {
    const before = point("1", { n: 427, lisi: 4.411, dbi: 7.671 });
    const after = point("2", { n: 426, lisi: 4.409, dbi: 7.648 }, { ...tested, fromId: "1" });
    const written = cells(before, after).join(" | ");
    expect(written).toContain("1 went.");
    expect(written).toContain("01-01 10:00");
    expect(screen.getByTitle("2026-01-01 10:00 UTC → 2026-01-02 10:00 UTC")).toBeTruthy();
    expect(written).toContain("427 → 426 (−1)");
    expect(written).toContain("4.411 → 4.409 (−0.002) p = .520");
    expect(written).toContain("7.671 → 7.648 (−0.023) p < .001");
    expect(screen.getByTitle("By chance −0.019 to +0.014, p = .520")).toBeTruthy();
  });

  it("says no p of a test that was of another measurement", () => {
    const before = point("1", { n: 427, lisi: 4.411, dbi: 7.671 });
    const after = point("3", { n: 426, lisi: 4.409, dbi: 7.648 }, { ...tested, fromId: "2" });
    const written = cells(before, after).join(" | ");
    expect(written).toContain("4.411 → 4.409");
    expect(written).not.toContain("p =");
    expect(written).not.toContain("went");
  });

  it("writes a dash for what was not measured", () => {
    const before = point("1", { n: 2, lisi: null, dbi: 1 });
    const after = point("2", { n: 3, lisi: 4.409, dbi: 1.5 });
    expect(cells(before, after).join(" | ")).toContain("– → 4.409");
  });
});
