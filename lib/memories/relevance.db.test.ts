import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { listMemories } from "./queries.ts";

const test = testDatabase();

const titles = [
  "Check the config, then parse",
  "Parse-config: check it first",
  "Look elsewhere",
  "Reparse the config",
  "Why to parse CONFIG files",
  "Don't trust the cache",
  "Trust the cache, don't ask",
];
beforeAll(async () => {
  for (const title of titles) {
    const task = title === "Look elsewhere" ? "Parse the config of a mail server." : "Parse it: the config.";
    await seedMemory(test.db, insightDraft({ title, task }));
  }
});

const found = async (q: string, more = {}) =>
  (await listMemories(test.db, { q, ...more })).rows.map(({ title }) => title);

it.each([
  [
    "parse config",
    ["Why to parse CONFIG files", "Parse-config: check it first", "Check the config, then parse"],
  ],
  [
    "  Parse, conf",
    ["Why to parse CONFIG files", "Parse-config: check it first", "Check the config, then parse"],
  ],
  [
    "config parse",
    ["Why to parse CONFIG files", "Parse-config: check it first", "Check the config, then parse"],
  ],
  ["don't trust", ["Don't trust the cache", "Trust the cache, don't ask"]],
])(
  "finds the title that holds %j as a phrase first, then one that holds the words, then others",
  async (q, first) => {
    const all = await found(q);
    expect(all.slice(0, first.length)).toEqual(first);
    expect(new Set(all).size).toBe(all.length);
  },
);

it("keeps the phrase first over pages, and gives way to a column", async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => found("parse config", { page, pageSize: 3 })));
  expect(pages.flat()).toEqual(await found("parse config"));
  expect(await found("parse config", { sort: "title", order: "asc" })).toEqual(
    [...(await found("parse config"))].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())),
  );
});

it("orders by the newest change where relevance is asked for without a word", async () => {
  expect(await found("", { sort: "relevance" })).toEqual(await found("", { sort: "updated" }));
});
