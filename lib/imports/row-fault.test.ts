import { describe, expect, it } from "vitest";
import { Prisma } from "#lib/db/generated/client.ts";
import { SourceChanged } from "./reread.ts";
import { isRowFault, rowFaultReason } from "./row-fault.ts";

describe("isRowFault", () => {
  it.each([
    ["a value that is too long", { code: "22001" }],
    ["a constraint", { code: "23505" }],
    ["a limit of the program", { code: "54000" }],
    ["what a trigger raises", { code: "P0001" }],
    ["Prisma's word for a constraint", { code: "P2002" }],
    [
      "a code inside the adapter's cause",
      { code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "23514" } } } },
    ],
    ["a code on a cause", new Error("outer", { cause: { code: "22P02" } })],
    ["a file that changed", new SourceChanged("a.json changed.")],
    ["a query that can't be asked", new Prisma.PrismaClientValidationError("no", { clientVersion: "7" })],
  ])("is what tells of the row: %s", (_what, error) => {
    expect(isRowFault(error)).toBe(true);
  });

  it.each([
    ["a lost connection", { code: "08006" }],
    ["a deadlock", { code: "40P01" }],
    ["a full disk", { code: "53100" }],
    ["a database that is shut down", { code: "57P01" }],
    ["Prisma's time limit", { code: "P2024" }],
    ["a system's error", { code: "ECONNREFUSED" }],
    ["a code that only begins alike", { code: "235051" }],
    ["a number", { code: 23505 }],
    ["a bug", new TypeError("x is undefined")],
    ["nothing", null],
    ["a text", "23505"],
  ])("is not what tells of the server or of a bug: %s", (_what, error) => {
    expect(isRowFault(error)).toBe(false);
  });

  it("ends at an error that is its own cause", () => {
    const error: { cause?: unknown } = {};
    error.cause = error;
    expect(isRowFault(error)).toBe(false);
    expect(rowFaultReason(error)).toContain("The database refused it");
  });
});

describe("rowFaultReason", () => {
  it("gives the last line of the innermost message", () => {
    const cause = { originalMessage: "value too long" };
    const error = { message: "Invalid `create()`\n in file.ts", meta: { driverAdapterError: { cause } } };
    expect(rowFaultReason(error)).toContain("value too long");
    expect(rowFaultReason(error)).not.toContain("file.ts");
    expect(rowFaultReason(new Error("Invalid call:\n\n  too much  \n \n"))).toMatch(/: too much$/);
  });

  it("leaves the sentence of a changed file as it is", () => {
    expect(rowFaultReason(new SourceChanged("a.json changed."))).toBe("a.json changed.");
  });

  it("cuts a long message, and leaves no half of a character, which no database takes", () => {
    for (const start of ["", "a"]) {
      const reason = rowFaultReason(new Error(start + "\u{1F600}".repeat(1000)));
      expect(reason.length).toBeLessThan(350);
      expect(reason).not.toMatch(/\p{Surrogate}/u);
    }
  });
});
