import { describe, expect, it } from "vitest";
import { parseFilter } from "./parse-filter.ts";
import {
  everyMemory,
  filterQuery,
  isFiltered,
  loadMemorySearchParams,
  memoriesHref,
} from "./search-params.ts";

describe("the URL of /memories", () => {
  it("is empty for what is shown by default", () => {
    expect(memoriesHref(loadMemorySearchParams({}))).toBe("");
  });

  it("comes back as it went", () => {
    const params = {
      ...loadMemorySearchParams({}),
      q: "conftest.py & more",
      type: ["insight" as const, "workflow" as const],
      benchmark: ["a, b", "c"],
      sort: "title" as const,
      page: 3,
    };
    const query = memoriesHref(params).slice(1);
    expect(loadMemorySearchParams(new URLSearchParams(query))).toEqual(params);
  });

  it("forgives what it cannot read", () => {
    const params = loadMemorySearchParams({ type: "essay", page: "x", pageSize: "100000" });
    expect(params).toMatchObject({ type: [], page: 1, pageSize: 50 });
  });

  it("knows whether anything is filtered: sorting is not", () => {
    expect(isFiltered(everyMemory)).toBe(false);
    expect(isFiltered({ ...everyMemory, tag: ["git"] })).toBe(true);
  });
});

describe("parseFilter", () => {
  const cases: { why: string; query: string; filter: Partial<typeof everyMemory> }[] = [
    { why: "nothing is every memory", query: "", filter: {} },
    { why: "a leading ? is a copied link", query: "?lifecycle=active", filter: { lifecycle: ["active"] } },
    { why: "several values", query: "type=insight,summary", filter: { type: ["insight", "summary"] } },
    { why: "several keys", query: "q=a%20b&tag=git", filter: { q: "a b", tag: ["git"] } },
    { why: "paging and sorting do not filter", query: "page=2&sort=title&tag=git", filter: { tag: ["git"] } },
  ];
  it.each(cases)("$why", ({ query, filter }) => {
    expect(parseFilter(query)).toEqual({ ok: true, value: { ...everyMemory, ...filter } });
  });

  it("refuses a key it does not know, and says which ones it does", () => {
    const parsed = parseFilter("benchmrk=swebench");
    expect(parsed).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(!parsed.ok && parsed.error.message).toContain("benchmark");
  });

  it("refuses a value it does not know instead of filtering by nothing", () => {
    const parsed = parseFilter("type=insight,essay");
    expect(!parsed.ok && parsed.error.message).toBe(
      '"essay" is no type. Use trajectory, workflow, summary, insight.',
    );
  });

  it("reads back what the table writes", () => {
    const filter = { ...everyMemory, benchmark: ["x,y"], validity: ["expiring" as const], ids: ["a", "b"] };
    expect(parseFilter(filterQuery(filter))).toEqual({ ok: true, value: filter });
  });
});
