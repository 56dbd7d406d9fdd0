import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { memoryTypes } from "./content.ts";
import { parseFilter } from "./parse-filter.ts";
import {
  everyMemory,
  filterQuery,
  lifecycles,
  lintSeverities,
  type MemoryFilter,
  memoryEffects,
  memoryOutcomes,
  reviewStates,
  validities,
} from "./search-params.ts";

describe("a filter that is not understood", () => {
  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "is refused by name, also where every object has a %s",
    (key) => {
      for (const value of ["", "a,b"]) {
        const parsed = parseFilter(`${key}=${value}`);
        expect(parsed).toMatchObject({ ok: false, error: { code: "invalid" } });
        expect(!parsed.ok && parsed.error.message).toContain(`"${key}"`);
      }
    },
  );

  it.each([
    ["type", "essay", memoryTypes],
    ["lifecycle", "Active", lifecycles],
    ["outcome", "pass", memoryOutcomes],
    ["validity", "valid ", validities],
    ["effect", "bad", memoryEffects],
    ["review", "open", reviewStates],
    ["severity", "fatal", lintSeverities],
  ])("names what %s may be, not %s", (key, value, allowed) => {
    const parsed = parseFilter(new URLSearchParams({ [key]: `${allowed[0]},${value}` }).toString());
    expect(parsed).toMatchObject({ ok: false, error: { code: "invalid" } });
    for (const word of [`"${value}"`, key, ...allowed])
      expect(!parsed.ok && parsed.error.message).toContain(word);
  });

  it("is refused for its first fault, whatever follows", () => {
    const parsed = parseFilter("tag=git&nope=1&type=essay");
    expect(!parsed.ok && parsed.error.message).toContain('"nope"');
  });
});

describe("a filter that is understood", () => {
  it.each(["", "?", "  ", " ?page=3 ", "sort=title&order=asc&pageSize=25&columns=type"])(
    "asks of %j for every memory",
    (query) => {
      expect(parseFilter(query)).toEqual({ ok: true, value: everyMemory });
    },
  );

  it("takes an empty choice for none", () => {
    expect(parseFilter("type=&tag=")).toEqual({ ok: true, value: everyMemory });
  });

  it("does not hand out the filter of every memory itself, which others share", () => {
    const parsed = parseFilter("");
    expect(parsed.ok && parsed.value).not.toBe(everyMemory);
  });

  it("comes back from its query string, whatever was chosen and in whatever letters", () => {
    const random = seededRandom(17);
    const texts = ["git", "a, b", "a&b=c", "50%", "Größe", "基准", "👍", "?", "#1", "a+b", " "];
    for (let round = 0; round < 200; round++) {
      const some = <T>(values: readonly T[]) => shuffled(values, random).slice(0, Math.floor(random() * 3));
      const filter: MemoryFilter = {
        q: some(texts).join(" "),
        type: some(memoryTypes),
        benchmark: some(texts),
        lifecycle: some(lifecycles),
        outcome: some(memoryOutcomes),
        validity: some(validities),
        tag: some(texts),
        generator: some(texts),
        effect: some(memoryEffects),
        review: some(reviewStates),
        severity: some(lintSeverities),
        lint: some(texts),
        ids: some(texts),
      };
      expect(parseFilter(`?${filterQuery(filter)}`)).toEqual({ ok: true, value: filter });
    }
  });
});
