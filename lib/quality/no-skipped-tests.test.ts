import { expect, it } from "vitest";
import { isForTests, readModules } from "./module-graph.ts";

const runners = "(?:it|test|describe|suite)";
const modifiers = "(?:skip|skipIf|only|todo|fixme|fails|runIf)";
const switchedOff = new RegExp(`\\b${runners}(?:\\.\\w+)*\\.${modifiers}\\b|\\bx(?:it|describe|test)\\(`);

it("switches no test off and runs none alone", () => {
  const tests = [...readModules(["app", "bench", "bin", "components", "e2e", "lib", "prisma"]).values()]
    .filter(({ path }) => isForTests(path))
    .filter(({ text }) => switchedOff.test(text));
  expect(tests.map(({ path }) => path)).toEqual([]);
});
