import { expect, it } from "vitest";
import { messageOf } from "./message-of.ts";

it.each<[string, unknown, string]>([
  ["the message of an error", new Error("connection lost"), "connection lost"],
  ["a text that was thrown", "out of space", "out of space"],
  [
    "the last line: a failed query prints its parameters first",
    new Error("VALUES (1, 2)\n\nno such table"),
    "no such table",
  ],
  ["no blank lines at the end", new Error("no such table\n \n"), "no such table"],
  [
    "the cause where an error is a bundle without words",
    new AggregateError([new Error("connect ECONNREFUSED")]),
    "connect ECONNREFUSED",
  ],
  ["something where nothing is said", new Error(""), "Unknown error"],
  ["something where only blanks are said", new Error(" \n\t"), "Unknown error"],
  ["what undefined is called", undefined, "undefined"],
])("tells %s", (_what, thrown, told) => {
  expect(messageOf(thrown)).toBe(told);
});

it("keeps to 500 characters", () => {
  expect(messageOf(new Error("x".repeat(10_000)))).toBe("x".repeat(500));
});

it("leaves out what no database stores as text", () => {
  expect(messageOf(new Error("bad byte \u0000 in a\u0000b"))).toBe("bad byte  in ab");
});
