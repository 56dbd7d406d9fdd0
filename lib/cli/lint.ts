import { lintMemories } from "#lib/lint/lint-memories.ts";
import { listFindings } from "#lib/lint/queries.ts";
import { lintRuleNames } from "#lib/lint/schema.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { choiceOf, given, rejectPositionals } from "./read-values.ts";
import { textTable } from "./text-table.ts";

export const lintCommand: Command = {
  summary:
    "Finds memories that will not carry over: those that name files, repeat each other, have expired ...",
  usage: `lint [options]

  --rule NAME  only this rule: ${lintRuleNames.join(", ")}
  --json       {findings: [{memoryId, rule, severity, message, field, span}]}`,
  options: { rule: { type: "string" } },
  needsDatabase: true,
  run: async (input, { db, actor, signal, progress }) => {
    rejectPositionals(input);
    const scope = given({ rule: choiceOf(input, "rule", lintRuleNames) });
    const linted = await lintMemories(db, scope, actor, { signal, progress });
    if (!linted.ok) return linted;
    const { rows } = await listFindings(db, scope);
    const table = textTable(
      ["severity", "rule", "memory", "message"],
      rows.map((finding) => [finding.severity, finding.rule, finding.memoryId, finding.message]),
      90,
    );
    const count = `${rows.length} findings in ${linted.value.memories} memories`;
    return ok({ json: { findings: rows }, text: rows.length > 0 ? `${table}\n${count}` : `${count}.` });
  },
};
