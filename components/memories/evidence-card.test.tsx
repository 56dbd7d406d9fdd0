// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { NamedEffect } from "#lib/attribution/memory-effects.ts";
import type { TaskName } from "#lib/transfer/schema.ts";
import { EffectCell } from "./effect-cell.tsx";
import { EvidenceCard } from "./evidence-card.tsx";

afterEach(cleanup);

const effect = {
  memoryId: "m1",
  effect: -0.25,
  q: 0.012,
  tasks: 8,
  lost: 3,
  lostAlone: 1,
  lostByChance: 0.4,
  gained: 0,
  gainedByChance: 0.2,
  verdict: "harmful",
  restsOnErrors: false,
  alikeNamed: [],
  rivalNamed: null,
  base: { id: "b", name: "zero-shot" },
  candidate: { id: "c", name: "insights" },
} as unknown as NamedEffect;
const task: TaskName = { taskId: "t1", taskName: "lexer/unicode", benchmark: "swe", checksum: "" };
const many = Array.from({ length: 8 }, (_, i) =>
  i === 0 ? task : { ...task, taskId: `t${i}x`, taskName: `t${i}` },
);

describe("EvidenceCard", () => {
  it("tells lost tasks with nothing else shown from the others, beside what chance gives", () => {
    render(<EvidenceCard effect={effect} lost={[task]} />);
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Tasksobservedexpected by chance",
      "Lost30.4",
      "alone1",
      "with others2",
      "Gained00.2",
    ]);
  });

  it("leads to the first lost tasks and to all of them", () => {
    render(<EvidenceCard effect={effect} lost={many} />);
    expect(screen.getAllByRole("listitem")).toHaveLength(6);
    const query = (name: string) =>
      Object.fromEntries(new URL(screen.getByRole<HTMLAnchorElement>("link", { name }).href).searchParams);
    const list = { base: "b", cand: "c", memory: "m1", outcome: "lost" };
    expect(query("lexer/unicode")).toEqual({ ...list, task: "t1" });
    expect(query("All 8 lost tasks")).toEqual({ ...list, tab: "tasks" });
  });

  it("says that nothing is known where no run tells", () => {
    render(<EvidenceCard effect={null} lost={[]} />);
    expect(screen.getByText(/^Unknown: no run/)).toBeTruthy();
  });
});

describe("EffectCell", () => {
  const cell = (change: object) => {
    const { container } = render(
      <EffectCell effect={{ ...effect, base: "zero-shot", candidate: "insights", ...change }} />,
    );
    return { text: container.textContent, isRed: container.innerHTML.includes("text-bad"), container };
  };

  it("says effect and q, and of which runs on hover", () => {
    const { text, isRed, container } = cell({});
    expect(text).toMatch(/^−25 ?\[.*012\]$/);
    expect(isRed).toBe(true);
    expect(container.firstElementChild?.getAttribute("title")).toContain(
      "insights against zero-shot, 8 tasks",
    );
  });

  it.each(["suspected", "unclear", "few"])("is never red for what may be chance: %s", (verdict) => {
    const { isRed } = cell({ verdict, q: verdict === "few" ? null : 0.3 });
    expect(isRed).toBe(false);
  });
});
