import { expect, it } from "vitest";
import { categoryColumn, type MapPoints, unknownNumbers } from "#lib/maps/map-binary.ts";
import { nearLinks } from "./near-links.ts";

const plain = categoryColumn(["p", "p", "p"]);
const points: MapPoints = {
  x: Float32Array.of(0, 4, 8),
  y: Float32Array.of(0, 0, 2),
  ids: ["a", "b", "c"],
  placed: new Uint8Array(3),
  categories: {
    type: plain,
    benchmark: plain,
    outcome: plain,
    lifecycle: plain,
    generator: plain,
    tags: plain,
    placement: plain,
    verdict: plain,
  },
  numbers: unknownNumbers(3),
};

it("links a memory to its nearest on this map, and leaves out those on others", () => {
  const near = [
    { id: "b", similarity: 0.9 },
    { id: "elsewhere", similarity: 0.8 },
  ];
  expect(nearLinks(points, "a", near)).toEqual({ from: { x: 0, y: 0 }, to: [{ x: 4, y: 0 }] });
});

it("puts a query between its nearest, closer to the more similar", () => {
  const links = nearLinks(points, null, [
    { id: "a", similarity: 0.5 },
    { id: "b", similarity: 1 },
  ]);
  expect(links?.from.x).toBeCloseTo(3.2);
  expect(links?.to).toHaveLength(2);
});

it.each([
  ["no end is on the map", "a", [{ id: "elsewhere", similarity: 1 }]],
  ["the memory is on another map", "elsewhere", [{ id: "a", similarity: 1 }]],
  ["nothing is near", "a", []],
])("draws nothing where %s", (_why, from, near) => {
  expect(nearLinks(points, from, near)).toBeNull();
});

it("stays finite where nothing is similar", () => {
  expect(nearLinks(points, null, [{ id: "c", similarity: -0.2 }])?.from).toEqual({ x: 8, y: 2 });
});
