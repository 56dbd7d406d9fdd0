import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { benchmarkKey, normalizeBenchmarkName } from "./benchmark-key.ts";
import { benchmarkNames } from "./benchmark-names.ts";
import { nearNames } from "./near-names.ts";

const random = seededRandom(71);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
const words = ["SWE", "bench", "Verified", "2.0", "20", "v5", "größe", "日本", "Gym", "+", "ﬁ"];
const drawName = () =>
  Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(words)).join(
    pick(["-", " ", "_", "", "/"]),
  );

/** The same name as somebody else would type it. */
function respelled(name: string): string {
  const inCase = pick([
    (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
    (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ])(name);
  return `${pick(["", " "])}${inCase.replace(/[-_ /]/g, () => pick(["-", " ", "_", "/", "\u2010"]))}${pick(["", " "])}`;
}

describe("benchmarkKey", () => {
  it("gives every spelling of a name one key, which is its own key", () => {
    for (let round = 0; round < 300; round++) {
      const name = drawName();
      const key = benchmarkKey(name);
      expect(benchmarkKey(respelled(name)), name).toBe(key);
      expect(benchmarkKey(key)).toBe(key);
      expect(benchmarkKey(normalizeBenchmarkName(name))).toBe(key);
    }
  });

  it("never makes a name vanish", () => {
    for (const name of ["-", "...", "\u200b", " ", "()"]) expect(benchmarkKey(name)).not.toBe("");
    expect(benchmarkKey("")).toBe("");
  });
});

describe("benchmarkNames", () => {
  it("gives all spellings of a name the one that came first, and takes each up once", () => {
    for (let round = 0; round < 60; round++) {
      const names = benchmarkNames([]);
      const spellings = Array.from({ length: 12 }, drawName).flatMap((name) => [name, respelled(name)]);
      const given = spellings.map((name) => names.canonical(name));
      for (const [i, name] of spellings.entries()) {
        const first = spellings.findIndex((other) => benchmarkKey(other) === benchmarkKey(name));
        expect(given[i]).toBe(normalizeBenchmarkName(spellings[first] ?? ""));
        expect(names.canonical(given[i] ?? "")).toBe(given[i]);
      }
      expect(names.added.map(({ name }) => name).sort()).toEqual([...new Set(given)].sort());
      expect(names.stored).toEqual([]);
    }
  });

  it("calls two names the same just when they are stored under one name", () => {
    const names = benchmarkNames(["SWE-bench", "Gym"], [{ key: "mlgym", benchmarkName: "Gym" }]);
    const all = ["swe bench", "SWEBENCH", "gym", "ML-Gym", "ml gym", "other", "Other "];
    for (const a of all)
      for (const b of all) expect(names.same(a, b)).toBe(names.canonical(a) === names.canonical(b));
  });

  it("remembers the file that brought a name first", () => {
    const names = benchmarkNames([]);
    for (const path of ["one.json", "two.json"]) names.canonical("New Bench", path);
    expect(names.added).toEqual([{ name: "New Bench", path: "one.json" }]);
  });
});

describe("nearNames", () => {
  /** The distance of Levenshtein by its definition. */
  function distance(a: string, b: string): number {
    if (a === "" || b === "") return a.length + b.length;
    const [restA, restB] = [a.slice(1), b.slice(1)];
    if (a[0] === b[0]) return distance(restA, restB);
    return 1 + Math.min(distance(restA, restB), distance(a, restB), distance(restA, b));
  }

  it("agrees with counting letters by definition", () => {
    const draw = () =>
      Array.from({ length: 5 + Math.floor(random() * 3) }, () => pick(["a", "b", "c"])).join("");
    const changed = (name: string) => {
      const at = Math.floor(random() * name.length);
      return name.slice(0, at) + pick(["", "a", "bc"]) + name.slice(at + pick([0, 1]));
    };
    let near = 0;
    for (let round = 0; round < 200; round++) {
      const a = draw();
      const b = random() < 0.5 ? draw() : changed(a);
      const [short, long] = a.length <= b.length ? [a, b] : [b, a];
      const allowed = Math.floor(short.length / 5);
      const kind = a === b ? "spelling" : long.startsWith(short) ? "part" : null;
      const letters = distance(a, b) <= allowed ? "letters" : null;
      expect(nearNames([a, b])[0]?.kind ?? null, `${a} ${b}`).toBe(kind ?? letters);
      if (kind === null && letters !== null) near += 1;
    }
    expect(near).toBeGreaterThan(5);
  });

  it("finds the same pairs in whatever order the names come, each once", () => {
    const names = ["SWE-bench", "swebench verified", "ReplicationBench", "ReplicatonBench", "Aime", "AIME "];
    const pairsOf = (list: string[]) =>
      nearNames(list)
        .map(({ kind, names: pair }) => `${kind}: ${pair.toSorted().join(" | ")}`)
        .sort();
    const expected = pairsOf(names);
    expect(expected).toHaveLength(3);
    for (let round = 0; round < 20; round++) expect(pairsOf(shuffled(names, random))).toEqual(expected);
  });

  it("finds nothing in no name and in one", () => {
    expect([nearNames([]), nearNames(["alone"])]).toEqual([[], []]);
  });
});
