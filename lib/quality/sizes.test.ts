import { expect, it } from "vitest";
import { readModules } from "./module-graph.ts";

const largest = 300;

it(`keeps every file within ${largest} lines, but for tables of texts`, () => {
  const files = [...readModules(["app", "bench", "bin", "components", "e2e", "lib"]).values()]
    .filter(({ path }) => !/^lib\/demo\/pool\/(benchmarks|principles)\//.test(path))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > largest);
  expect(files).toEqual([]);
});
