import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { clusterLabels } from "./cluster-labels.ts";
import { planeClusters } from "./plane-clusters.ts";
import { stopWords } from "./stop-words.ts";

/** Groups of given sizes along a line, far from each other. */
function groups(sizes: readonly number[], seed = 1) {
  const random = seededRandom(seed);
  const groupOf = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  return {
    groupOf,
    x: groupOf.map((group) => 20 * group + random()),
    y: groupOf.map((group) => (group % 2) * 20 + random()),
  };
}

describe("planeClusters", () => {
  it("numbers clusters without a gap, the largest first", () => {
    const { x, y } = groups([20, 90, 50]);
    const found = [...planeClusters(x, y)];
    const sizes = [...new Set(found)]
      .filter((cluster) => cluster >= 0)
      .sort((a, b) => a - b)
      .map((cluster) => found.filter((each) => each === cluster).length);
    expect([...new Set(found)].filter((cluster) => cluster >= 0).sort((a, b) => a - b)).toEqual(
      sizes.map((_, i) => i),
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it("drops what is too small to be a cluster, and by as large a share as asked", () => {
    const { x, y, groupOf } = groups([100, 2, 30]);
    const of = (found: Int32Array, group: number) =>
      groupOf.flatMap((each, i) => (each === group ? [found[i]] : []));
    expect(new Set(of(planeClusters(x, y), 1))).toEqual(new Set([-1]));
    expect(of(planeClusters(x, y), 2).some((cluster) => cluster === -1)).toBe(false);
    expect(new Set(of(planeClusters(x, y, 0.5), 2))).toEqual(new Set([-1]));
  });

  it("gives a point the same cluster in whatever order the points stand", () => {
    const { x, y } = groups([40, 60, 25]);
    const order = shuffled([...x.keys()], seededRandom(2));
    const turned = planeClusters(
      order.map((i) => x[i] as number),
      order.map((i) => y[i] as number),
    );
    const found = planeClusters(x, y);
    expect([...turned]).toEqual(order.map((i) => found[i]));
  });

  it("does not see where the plane lies nor how large it is", () => {
    const { x, y } = groups([40, 60, 25]);
    const moved = (values: readonly number[]) => values.map((value) => value * 8 - 1024);
    expect([...planeClusters(moved(x), moved(y))]).toEqual([...planeClusters(x, y)]);
  });

  it.each([
    ["a line", (i: number) => [i, 0]],
    ["one place, but for one point", (i: number) => (i === 0 ? [1e6, 1e6] : [0, 0])],
    ["an even square", (i: number) => [i % 20, Math.floor(i / 20)]],
  ] as [string, (i: number) => [number, number]][])("ends on %s, with clusters in range", (_what, place) => {
    const points = Array.from({ length: 400 }, (_, i) => place(i));
    const found = planeClusters(
      points.map(([x]) => x),
      points.map(([, y]) => y),
    );
    const most = new Set(found).size;
    expect(found).toHaveLength(400);
    for (const cluster of found) expect(cluster >= -1 && cluster < most).toBe(true);
  });

  it("takes more points than a call has places for arguments", () => {
    const random = seededRandom(3);
    const x = Float32Array.from({ length: 200_000 }, () => random());
    expect(planeClusters(x, x)).toHaveLength(200_000);
  });
});

describe("clusterLabels", () => {
  const label = (texts: readonly string[]) => {
    const { x, y } = groups([texts.length]);
    return clusterLabels(
      x.map(() => 1),
      y.map(() => 1),
      texts,
    ).map(({ text }) => text);
  };
  const times = (text: string) => Array.from({ length: 6 }, () => text);

  it.each([
    ["words of other scripts", times("Größe изменить"), ["größe", "изменить"]],
    [
      "a word with a hyphen inside, without one at its end",
      times("cross-compile broken-"),
      ["cross-compile", "broken"],
    ],
    ["no number, path or short word", times("42 3.14 v2 ab src/x1 linker"), ["linker", "src"]],
    ["no word longer than a label", times(`${"x".repeat(25)} linker`), ["linker"]],
    ["one form of a word only", times("build builds building linker"), ["linker", "build"]],
    [
      "a word once a text, however often it stands there",
      [...times("linker"), "parser parser parser"],
      ["linker"],
    ],
  ])("names a place by %s", (_what, texts, words) => {
    expect(label(texts).join().split(", ").sort()).toEqual(words.toSorted());
  });

  it("has at most three words, none of them one that every text has", () => {
    const [text = ""] = label(times("the agent should compile link parse lex emit"));
    expect(text.split(", ")).toHaveLength(3);
    for (const word of text.split(", ")) expect(stopWords.has(word)).toBe(false);
  });

  it("stands in the middle of its points, where no outlier pulls it", () => {
    const { x, y, groupOf } = groups([60, 60]);
    const texts = groupOf.map((group) => (group === 0 ? "linker" : "parser"));
    for (const { x: at, y: up, text, priority } of clusterLabels(x, y, texts)) {
      const group = text === "linker" ? 0 : 1;
      expect(at >= 20 * group && at <= 20 * group + 1).toBe(true);
      expect(up >= 20 * group && up <= 20 * group + 1).toBe(true);
      expect(priority).toBeLessThanOrEqual(60);
    }
  });

  it("says nothing of points that have no text", () => {
    const { x, y } = groups([30, 30]);
    expect(clusterLabels(x, y, [])).toEqual([]);
  });
});
