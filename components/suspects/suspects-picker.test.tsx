// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter, type OnUrlUpdateFunction } from "nuqs/adapters/testing";
import { afterEach, expect, it, vi } from "vitest";
import { SuspectsPicker } from "./suspects-picker.tsx";

afterEach(cleanup);

const ids = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const runs = ids.map((id, i) => ({ id, name: `run ${i + 1}`, arm: "zero_shot" as const }));

it("keeps the baseline that was just chosen when the candidate is chosen before the page has come", async () => {
  const onUrlUpdate = vi.fn<OnUrlUpdateFunction>();
  render(
    <NuqsTestingAdapter onUrlUpdate={onUrlUpdate} hasMemory>
      <SuspectsPicker runs={runs} base={ids[0] ?? ""} candidate={ids[1] ?? ""} />
    </NuqsTestingAdapter>,
  );
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Baseline" }), "run 3 (zero-shot)");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Candidate" }), "run 4 (zero-shot)");
  const { searchParams } = onUrlUpdate.mock.lastCall?.[0] ?? { searchParams: new URLSearchParams() };
  expect([searchParams.get("base"), searchParams.get("cand")]).toEqual([ids[2], ids[3]]);
});
