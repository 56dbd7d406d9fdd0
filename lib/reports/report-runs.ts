import { describeArm } from "#lib/runs/describe-arm.ts";
import { type Html, html } from "#lib/shared/html.ts";
import { reportTable } from "./report-table.ts";
import type { Report, ReportedRun } from "./schema.ts";

type Fact = { name: string; base: string; candidate: string; differs: boolean };

/** Facts that must agree for a difference to be the memory's. */
const mustAgree: readonly [string, (run: ReportedRun) => string | null][] = [
  ["Model", (run) => run.model],
  ["Agent", (run) => run.agent],
  ["Format", (run) => run.source],
];
const mayDiffer: readonly [string, (run: ReportedRun) => string | null][] = [
  ["Arm", describeArm],
  ["Pool release", (run) => run.release],
  ["Attempts", (run) => String(run.trials)],
  ["Imported", (run) => run.importedAt.slice(0, 10)],
  ["Synthetic", (run) => (run.synthetic ? "yes" : "no")],
  ["Id", (run) => run.id],
];

/** Whether the two runs differ in more than the memory: facts side by side, and what can't be paired. */
export function runsSection({ base, candidate, compared }: Report): Html {
  const { unmatched, pairs } = compared.comparison;
  const changed = unmatched.base.filter((task) => task.reason === "changed").length;
  const rows: Fact[] = [
    ...mustAgree.map(([name, fact]) => factOf(name, fact, true)),
    ...mayDiffer.map(([name, fact]) => factOf(name, fact, false)),
    {
      name: "Unpaired tasks",
      base: String(unmatched.base.length),
      candidate: String(unmatched.candidate.length),
      differs: unmatched.base.length + unmatched.candidate.length > 0,
    },
  ];
  function factOf(name: string, fact: (run: ReportedRun) => string | null, agrees: boolean): Fact {
    const [left, right] = [fact(base), fact(candidate)];
    return {
      name,
      base: left ?? "not recorded",
      candidate: right ?? "not recorded",
      differs: agrees && left !== right,
    };
  }
  return html`<section><h2>Fair comparison</h2>
${reportTable(
  `${pairs} tasks paired by benchmark, name and checksum; ${changed} changed in between`,
  [
    { head: "Fact", cell: (row: Fact) => row.name },
    { head: "Baseline", cell: (row: Fact) => row.base },
    { head: "Candidate", cell: (row: Fact) => row.candidate },
    { head: "", cell: (row: Fact) => (row.differs ? html`<span class="lost">differs</span>` : "") },
  ],
  rows,
)}
</section>`;
}
