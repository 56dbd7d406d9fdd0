import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { commands } from "./commands.ts";
import { runCommandLine } from "./main.ts";

let answered: string;
let told: string;
beforeEach(() => {
  [answered, told] = ["", ""];
  vi.spyOn(console, "log").mockImplementation((line) => {
    answered += `${line}\n`;
  });
  vi.spyOn(console, "error").mockImplementation((line) => {
    told += `${line}\n`;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("runCommandLine", () => {
  it.each([[[]], [["help"]], [["--help"]]])("%j lists the verbs", async (args) => {
    expect(await runCommandLine(args)).toBe(0);
    for (const { verb } of commands) expect(answered).toContain(`  ${verb} `);
  });

  it.each(commands.map(({ verb }) => verb))("%s explains itself", async (verb) => {
    expect(await runCommandLine([verb, "--help"])).toBe(0);
    expect(answered).toContain(`Usage: carryover ${verb}`);
    expect(answered).toContain("--json");
  });

  it.each([
    [["fly"], /There is no verb "fly"/],
    [["memories", "--color"], /Unknown option '--color'\. See: carryover memories --help/],
    [["bench", "coffee"], /Name at least one area: start, table/],
    [["doctor", "who"], /Unexpected argument "who"\./],
  ])("%j is wrong usage", async (args, sentence) => {
    expect(await runCommandLine(args)).toBe(2);
    expect(told).toMatch(sentence);
    expect(answered).toBe("");
  });
});
