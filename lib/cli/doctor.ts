import { runDoctor } from "#lib/doctor/run-doctor.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { rejectPositionals } from "./read-values.ts";

const marks = { fine: "ok     ", warning: "warning", problem: "PROBLEM" } as const;

export const doctorCommand: Command = {
  summary: "Checks this installation and says how to fix what is wrong.",
  usage:
    "doctor [--json]\n\n  --json  {ok, checks: [{name, state, found, mend}]}; exit 1 when there is a problem",
  options: {},
  needsDatabase: false,
  run: async (input) => {
    rejectPositionals(input);
    const checks = await runDoctor();
    const failed = checks.some((check) => check.state === "problem");
    const text = checks.map(({ name, state, found, mend }) => {
      const line = `${marks[state]}  ${name}: ${found}`;
      return mend ? `${line}\n         -> ${mend}` : line;
    });
    return ok({ json: { ok: !failed, checks }, text: text.join("\n"), failed });
  },
};
