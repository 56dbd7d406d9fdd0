import { attributeRun } from "#lib/attribution/attribute-run.ts";
import { type CaseFindings, findingsSentence } from "#lib/attribution/cases/count-findings.ts";
import { listCases } from "#lib/attribution/cases/list-cases.ts";
import type { CaseRow } from "#lib/attribution/cases/schema.ts";
import { err, ok } from "#lib/shared/result.ts";
import { formatDifference, formatP } from "#lib/transfer/format.ts";
import type { Command } from "./command.ts";
import { findRun } from "./find-run.ts";
import { rejectPositionals, requiredText } from "./read-values.ts";
import { textTable } from "./text-table.ts";

export const attributeCommand: Command = {
  summary: "Says which memories changed the candidate's outcomes, worst first.",
  usage: `attribute --base RUN --candidate RUN [--json]

  --base RUN          name or id of the baseline
  --candidate RUN     name or id of the run with memory
  --json              {cases: [{memoryIds, titles, effect, ci, q, exposures, tasks, lostAlone, lostShared, separable,
                      restsOnErrors, state, type, benchmark, isDeprecated, judgment}], findings, unlinked, base,
                      candidate}; effect and ci are shares (-0.1 = 10 points fewer pass), findings holds beside each
                      count what chance alone would give`,
  options: { base: { type: "string" }, candidate: { type: "string" } },
  needsDatabase: true,
  run: async (input, { db, signal, progress }) => {
    rejectPositionals(input);
    const names = { base: requiredText(input, "base"), candidate: requiredText(input, "candidate") };
    const base = await findRun(db, names.base);
    if (!base.ok) return base;
    const candidate = await findRun(db, names.candidate);
    if (!candidate.ok) return candidate;
    const pair = { base: base.value, candidate: candidate.value };
    await attributeRun(db, pair, { signal, progress });
    const found = await listCases(db, pair);
    if (!found) {
      return err("not_found", `${names.base} and ${names.candidate} share no task. See: carryover runs`);
    }
    const { rows: cases, findings, unlinked, ...runs } = found;
    const json = { cases, findings, unlinked, base: runs.base, candidate: runs.candidate };
    return ok({ json, text: asText(cases, findings, unlinked) });
  },
};

function asText(cases: readonly CaseRow[], findings: CaseFindings, unlinked: number): string {
  if (cases.length === 0) {
    return unlinked > 0
      ? `The candidate was shown ${unlinked} memories that are not in the pool. Import the pool it used.`
      : "The candidate has no recorded retrievals. Import its log with the run: it holds what was retrieved.";
  }
  const table = textTable(
    ["memory", "effect [90%], points", "q", "lost alone", "with others", "attempts", "state", "verdict"],
    cases.map((row) => [
      named(row),
      formatDifference({ delta: row.effect, ci: row.ci }),
      row.state === "few" ? "-" : formatP(row.q),
      row.lostAlone,
      row.lostShared,
      row.exposures,
      row.state,
      row.judgment?.verdict ?? "-",
    ]),
  );
  return `${table}\n${findingsSentence(findings)}`;
}

/** The first title, and how many more can't be told from it. */
function named({ titles }: CaseRow): string {
  return titles.length > 1 ? `(${titles.length} not separable) ${titles.join(" + ")}` : (titles[0] ?? "");
}
