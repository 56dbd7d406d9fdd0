// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { RetrievalRow } from "#lib/runs/schema.ts";
import { RetrievedMemory } from "./retrieved-memory.tsx";

afterEach(cleanup);

const now = "2026-06-01T00:00:00.000Z";
const row: RetrievalRow = {
  id: "r",
  rank: 1,
  similarity: 0.21,
  query: "q",
  memoryId: "m",
  memoryVersion: 1,
  title: "Check first",
  shown: "Look before you leap.",
  type: "insight",
  benchmark: null,
  lifecycle: "active",
  validUntil: null,
  currentVersion: 1,
};

it.each<[Partial<RetrievalRow>, string]>([
  [{}, "#1, similarity 0.210, insight, revision 1"],
  [{ currentVersion: 3 }, "#1, similarity 0.210, insight, revision 1 (now 3)"],
  [{ similarity: null, memoryVersion: null }, "#1, similarity not recorded, insight, revision not recorded"],
  [{ lifecycle: "deprecated" }, "#1, similarity 0.210, insight, revision 1, deprecated"],
  [{ validUntil: "2026-01-01T00:00:00.000Z" }, "#1, similarity 0.210, insight, revision 1, expired"],
  [
    { memoryId: null, type: null, lifecycle: null, currentVersion: null },
    "#1, similarity 0.210, not in the pool",
  ],
])("says what has become of %o: %s", (change, state) => {
  render(<RetrievedMemory row={{ ...row, ...change }} now={now} said={null} />);
  expect(screen.getByText(state)).toBeTruthy();
  expect(screen.getByText("Look before you leap.")).toBeTruthy();
});

it.each<[Partial<RetrievalRow>, string[]]>([
  [{}, ["Peek at Check first", "Deprecate Check first"]],
  [{ lifecycle: "deprecated" }, ["Peek at Check first"]],
  [{ memoryId: null, currentVersion: null }, []],
])("offers of %o only what can be done: %j", (change, buttons) => {
  render(<RetrievedMemory row={{ ...row, ...change }} now={now} said={null} />);
  expect(
    screen.queryAllByRole("button").map((each) => each.getAttribute("aria-label") ?? each.textContent),
  ).toEqual(buttons);
});
