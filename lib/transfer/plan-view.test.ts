import { describe, expect, it } from "vitest";
import { loadPlanParams, planOf } from "./plan-search-params.ts";
import { planView } from "./plan-view.ts";

const viewOf = async (query: string, run: Parameters<typeof planOf>[1] = null) => {
  const { plan, effect } = planOf(
    await loadPlanParams(new URL(`http://x/planner?${query}`).searchParams),
    run,
  );
  return { plan, effect, view: planView(plan, effect) };
};

describe("the planner", () => {
  it("plans as a run was, unless told otherwise", async () => {
    const run = { tasks: 491, attempts: 3, passRate: 0.466, spread: 0.33 };
    expect((await viewOf("", run)).plan).toMatchObject({
      tasks: 491,
      attempts: 3,
      passRate: 0.466,
      spread: 0.33,
    });
    expect((await viewOf("tasks=60&rate=20", run)).plan).toMatchObject({ tasks: 60, passRate: 0.2 });
    expect((await viewOf("")).plan).toMatchObject({ tasks: 100, attempts: 3, alpha: 0.05, power: 0.8 });
  });

  it("answers the same question three ways", async () => {
    const { plan, effect, view } = await viewOf("tasks=200&effect=-6");
    expect(effect).toBeCloseTo(-0.06);
    expect(view.power < 0.8).toBe((view.lost ?? 0) > 0.06);
    expect((view.tasks ?? 0) > plan.tasks).toBe(view.power < 0.8);
    const row = view.chart.rows.find((each) => each.tasks === 200);
    expect(row?.detectable[view.chart.attempts.indexOf(3)]).toBe(view.lost);
  });

  it("stays within what makes sense, whatever is typed", async () => {
    const { plan, view } = await viewOf(
      "tasks=-3&attempts=0&rate=900&spread=400&alpha=0&power=200&effect=-300",
    );
    expect(plan).toMatchObject({ tasks: 2, attempts: 1, passRate: 0.99, alpha: 0.0001, power: 0.999 });
    expect(view).toMatchObject({ lost: null, power: expect.any(Number) });
    expect((await viewOf("rate=3&effect=-5")).view).toMatchObject({ tasks: null, power: 0 });
  });
});
