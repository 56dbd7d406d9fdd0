import { expect, it } from "vitest";
import { benchCalibration, studyNames } from "#bench/calibration.ts";
import type { BenchRow } from "#bench/row.ts";
import { asTables, readAsked } from "./bench.ts";

it("prints what a study found before the next one begins", async () => {
  const begun: string[] = [];
  async function* studies(): AsyncGenerator<BenchRow[]> {
    for (const name of ["first", "second"]) {
      begun.push(name);
      yield [{ name, n: 3, seconds: null, measured: 0.9512, nominal: "0.95" }];
    }
  }
  const printed = asTables(studies());
  expect((await printed.next()).value).toMatch(/first +3 +- +0\.951 +0\.95\n$/);
  expect(begun).toEqual(["first"]);
  expect((await printed.next()).value).toContain("second");
});

it("takes areas, and studies of the calibration", () => {
  expect(readAsked(["calibration", "lost-tasks", "mixing-coverage"])).toEqual({
    areas: ["calibration"],
    studies: ["mixing-coverage", "lost-tasks"],
  });
  expect(readAsked(["table", "calibration"])).toEqual({ areas: ["table", "calibration"], studies: [] });
});

it.each([
  [["calibration", "coffee"], /no study or area "coffee"\. Studies: mixing-coverage, .*lost-tasks/],
  [["lost-tasks"], /Name at least one area/],
  [["table", "lost-tasks"], /"lost-tasks" is a study: bench calibration lost-tasks/],
])("%j is wrong usage", (positionals, sentence) => {
  expect(() => readAsked(positionals)).toThrow(sentence);
});

it.each(studyNames)("%s stops when it is told to", async (name) => {
  const stop = new AbortController();
  // A study says what it begins. After that, a signal is heard only where it lets the event loop go on.
  const log = () => setImmediate(() => stop.abort(new Error("Stopped.")));
  const ended = benchCalibration({ log, signal: stop.signal }, [name]).next();
  await expect(ended).rejects.toThrow("Stopped.");
});
