import { expect, it } from "vitest";
import { importCommandLine } from "./import-command.ts";

it.each([
  ["", {}, "npx carryover import ./outputs --dry-run"],
  [" ./my runs ", {}, "npx carryover import './my runs' --dry-run"],
  ["~/it's/T-SE", {}, `npx carryover import ~/'it'\\''s/T-SE' --dry-run`],
  ["$(reboot)", {}, "npx carryover import '$(reboot)' --dry-run"],
  ["a; b & `c`", {}, "npx carryover import 'a; b & `c`' --dry-run"],
  [
    "/data/x",
    { arm: "memory", run: "my run", benchmark: "swe-bench" } as const,
    "npx carryover import /data/x --arm memory --run 'my run' --benchmark swe-bench --dry-run",
  ],
  ["-rf", { arm: "zero_shot" } as const, "npx carryover import ./-rf --arm zero-shot --dry-run"],
])("quotes %j for a shell", (path, options, command) => {
  expect(importCommandLine(path, options)).toBe(command);
});
