// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter, type OnUrlUpdateFunction } from "nuqs/adapters/testing";
import { afterEach, expect, it, vi } from "vitest";
import { tableCookie } from "#components/data-table/table-choices.ts";
import { TableChoicesProvider } from "#components/data-table/table-choices-provider.tsx";
import { writeCookie } from "#components/ui/write-cookie.ts";
import type { BrowsedMemory } from "#lib/attribution/browse-memories.ts";
import type { FacetCounts } from "#lib/memories/facets.ts";
import { everyMemory } from "#lib/memories/search-params.ts";
import { MemoriesBrowser } from "./memories-browser.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));
vi.mock("#lib/memories/actions.ts", () => ({}));
afterEach(() => {
  cleanup();
  writeCookie(tableCookie, "");
});

const memory: BrowsedMemory = {
  ...{ id: "one", title: "One", type: "insight", benchmark: "swe", outcome: "passed", lifecycle: "active" },
  ...{ validFrom: null, validUntil: null, ineligible: null, tags: [], version: 7, retrievals: 3 },
  ...{ lisi: null, invariantShare: null, updatedAt: "2026-03-01T00:00:00Z", lintFindings: 0 },
  ...{ lintSeverity: "none", taskName: "t", synthetic: false, effect: null, review: "active" },
};
const { q: _q, ids: _ids, ...facets } = everyMemory;
const counts = Object.fromEntries(Object.keys(facets).map((facet) => [facet, []])) as unknown as FacetCounts;
const shownAtFirst = [
  "Title",
  "Type",
  "Effect [q]",
  "Lost",
  "Gained",
  "Lint",
  "Review",
  "Benchmark",
  "Updated",
];

function open(query = "") {
  const onUrlUpdate = vi.fn<OnUrlUpdateFunction>();
  render(
    <TableChoicesProvider cookie={document.cookie.match(new RegExp(`${tableCookie}=([^;]*)`))?.[1]}>
      <NuqsTestingAdapter searchParams={query} onUrlUpdate={onUrlUpdate} hasMemory>
        <MemoriesBrowser rows={[memory]} total={60} counts={counts} views={[]} />
      </NuqsTestingAdapter>
    </TableChoicesProvider>,
  );
  return { columnsInUrl: () => onUrlUpdate.mock.lastCall?.[0].searchParams.get("columns") };
}

const headers = () =>
  screen
    .getAllByRole("columnheader")
    .map((header) => header.textContent)
    .filter((text) => text !== "");

async function toggle(...columns: string[]) {
  await userEvent.click(screen.getByRole("button", { name: "Columns" }));
  for (const name of columns) await userEvent.click(screen.getByRole("menuitemcheckbox", { name }));
  await userEvent.keyboard("{Escape}");
}

it("shows what decides until columns are chosen, and those again on the next visit", async () => {
  const first = open();
  expect(headers()).toEqual(shownAtFirst);
  await toggle("Revision", "Lost");
  const chosen = shownAtFirst.filter((name) => name !== "Lost").toSpliced(-1, 0, "Revision");
  expect(headers()).toEqual(chosen);
  // The address names them, for whoever the link is sent to.
  await vi.waitFor(() =>
    expect(first.columnsInUrl()).toBe("type,effect,gained,lint,review,benchmark,version,updated"),
  );
  cleanup();
  open("?q=git");
  expect(headers()).toEqual(chosen);
});

it("shows the columns that the address names, whatever was chosen here", async () => {
  open();
  await toggle("Revision");
  cleanup();
  open("?columns=type,lost");
  expect(headers()).toEqual(["Title", "Type", "Lost"]);
});
