import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { countFacets } from "./facets.ts";
import { listMemories } from "./queries.ts";
import { reviewState } from "./review-state.ts";
import { everyMemory, lifecycles, memoryVerdicts, reviewStates, reviewTag } from "./search-params.ts";

const test = testDatabase();

it("says the same of a memory in SQL, in the counts and in the program", async () => {
  const expected = new Map<string, string>();
  for (const lifecycle of lifecycles) {
    for (const tags of [[], [reviewTag, "other"]]) {
      for (const verdict of [...memoryVerdicts, null]) {
        const { id } = await seedMemory(test.db, insightDraft({ lifecycle, tags }));
        expected.set(id, reviewState({ lifecycle, tags }, verdict));
        if (verdict) {
          const told = { effect: 0, q: null, lost: 0, gained: 0, verdict };
          await test.db.memoryEffect.create({ data: { memoryId: id, ...told } });
        }
      }
    }
  }
  const counts = await countFacets(test.db, everyMemory);
  expect(counts.review.map(({ value }) => value).sort()).toEqual([...reviewStates].sort());
  for (const state of reviewStates) {
    const { rows, total } = await listMemories(test.db, { review: [state], pageSize: 100 });
    const wanted = [...expected].filter(([, each]) => each === state).map(([id]) => id);
    expect(rows.map(({ id }) => id).sort()).toEqual(wanted.sort());
    expect(counts.review).toContainEqual({ value: state, count: total });
  }
  const { rows } = await listMemories(test.db, { sort: "review", order: "asc", pageSize: 100 });
  const places = rows.map(({ id }) => [...reviewStates, ""].indexOf(expected.get(id) ?? ""));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
