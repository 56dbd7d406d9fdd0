// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { nothingWaits as nothing } from "#lib/overview/testing.ts";
import { AttentionList } from "./attention-list.tsx";

afterEach(cleanup);
const now = new Date("2026-05-01T00:00:00Z");

it("says so where nothing needs attention", () => {
  const { container } = render(<AttentionList attention={nothing} now={now} />);
  expect(container.textContent).toContain(
    "Nothing needs attention: no suspects, failed jobs, lint errors, memories expiring soon or candidates.",
  );
  expect(screen.queryAllByRole("link")).toEqual([]);
});

it("lists each kind with its first three, and what is clear", () => {
  const first = ["c1", "c2", "c3"].map((id) => ({ id, title: `Title ${id}`, createdAt: now }));
  const attention = { ...nothing, candidates: { count: 14, first } };
  const { container } = render(<AttentionList attention={attention} now={now} />);
  const [group] = screen.getAllByRole("listitem");
  if (!group) throw new Error("No kind is listed.");
  const links = within(group).getAllByRole("link");
  expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
    ["14 candidates awaiting promotion", "/memories?lifecycle=candidate&sort=created&order=asc"],
    ["Title c1", "/memories/c1"],
    ["Title c2", "/memories/c2"],
    ["Title c3", "/memories/c3"],
  ]);
  expect(container.textContent).toContain("No suspects, failed jobs, lint errors or memories expiring soon.");
  expect(container.textContent).not.toContain("Nothing needs attention");
});

it("does not call it nothing while something else waits", () => {
  const attention = { ...nothing, others: { ...nothing.others, expired: 1 } };
  const { container } = render(<AttentionList attention={attention} now={now} />);
  expect(screen.getByRole("link").textContent).toBe("1 active memory expired");
  expect(container.textContent).not.toContain("Nothing needs attention");
});
