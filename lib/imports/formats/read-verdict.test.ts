import { expect, it } from "vitest";
import { readVerdict } from "./read-verdict.ts";

it.each<[unknown, string, string]>([
  [true, "passed", "a boolean"],
  [0, "failed", "a number that stands for one"],
  ["PASS", "passed", "one word"],
  ["fail", "failed", "in whatever case"],
  ["True", "passed", "as Python prints it"],
  ["**Verdict: FAIL.** It did not pass the tests.", "failed", "a verdict, then why"],
  ["PASS: no test failed.", "passed", "the word that leads decides"],
  ["Final judgement is PASSED", "passed", "behind a label"],
  ['{"judgement": "FAIL"}', "failed", "JSON inside a text"],
  ["No, the file is missing.", "failed", "an answer to a question"],
  ["The agent passed", "passed", "in a sentence"],
  ["All hidden tests fail on this patch", "failed", "in a sentence"],
  ["The run was unsuccessful", "failed", "holds the word success, and is none"],
  ["It did not pass the tests", "unknown", "a negation"],
  ["The patch doesn't pass", "unknown", "a negation"],
  ["None of the hidden tests pass", "unknown", "a negation"],
  ["Neither test passed", "unknown", "a negation"],
  ["Nothing failed", "unknown", "a negation"],
  ["The tests that failed before pass", "unknown", "both"],
  ["Pass/fail: unclear", "unknown", "names both"],
  ["", "unknown", "nothing"],
  ["0.5", "unknown", "a score"],
  [2, "unknown", "a number that stands for neither"],
  [null, "unknown", "nothing"],
])("reads %j as %s: %s", (value, outcome) => {
  expect(readVerdict(value)).toBe(outcome);
});
