import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { clusterLabels } from "./cluster-labels.ts";
import { planeClusters } from "./plane-clusters.ts";

const subjects = [
  ["compiler", "linker", "toolchain"],
  ["regression", "dataset", "gradient"],
  ["parser", "grammar", "tokens"],
];

/** Three groups apart, each text with two words of its group between words that every text has. */
function planted(size: number) {
  const random = seededRandom(3);
  const groups = subjects.flatMap((_, group) => Array.from({ length: size }, () => group));
  const texts = groups.map((group, index) => {
    const words = subjects[group] ?? [];
    return `The agent should check the ${words[index % 3]} before the ${words[(index + 1) % 3]}, file ${index}.py`;
  });
  return {
    groups,
    texts,
    x: groups.map((group) => 10 * group + random()),
    y: groups.map((group) => (group === 1 ? 8 : 0) + random()),
  };
}

describe("planeClusters", () => {
  it.each([30, 300])("finds three planted groups of %i", (size) => {
    const { x, y, groups } = planted(size);
    const found = planeClusters(x, y);
    const together = new Set(groups.map((group, index) => `${group} ${found[index]}`));
    // Each group lies in a cluster of its own, up to stragglers that are in none.
    expect([...together].filter((pair) => !pair.endsWith("-1"))).toHaveLength(3);
  });

  it.each([
    ["no points", [], []],
    ["one point", [1], [-1]],
    ["duplicates", [2, 2, 2, 2], [0, 0, 0, 0]],
  ])("takes %s", (_why, values, clusters) => {
    expect([...planeClusters(values, values)]).toEqual(clusters);
  });
});

describe("clusterLabels", () => {
  it("names each group by its own words, and by none that all have", () => {
    const { x, y, texts } = planted(40);
    const labels = clusterLabels(x, y, texts);
    expect(labels).toHaveLength(3);
    for (const { text, x: at, priority } of labels) {
      const group = Math.floor(at / 10);
      expect(text.split(", ").toSorted()).toEqual(subjects[group]?.toSorted());
      expect(priority).toBeGreaterThan(30);
    }
  });

  it("says nothing where there is nothing to say", () => {
    expect(clusterLabels([], [], [])).toEqual([]);
    expect(clusterLabels([1, 1, 1], [1, 1, 1], ["", "the of", "12 34"])).toEqual([]);
  });

  it("is the same every time", () => {
    const { x, y, texts } = planted(40);
    expect(clusterLabels(x, y, texts)).toEqual(clusterLabels(x, y, texts));
  });
});
