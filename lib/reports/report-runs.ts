import type { FairItem, FairState } from "#lib/matrix/fair-check.ts";
import { describeArm } from "#lib/runs/describe-arm.ts";
import { type Html, html } from "#lib/shared/html.ts";
import { reportTable } from "./report-table.ts";
import type { Report, ReportedRun } from "./schema.ts";

const facts: readonly [string, (run: ReportedRun) => string | null][] = [
  ["Arm", describeArm],
  ["Model", (run) => run.model],
  ["Agent", (run) => run.agent],
  ["Pool release", (run) => run.release],
  ["Imported from", (run) => run.source],
  ["Attempts", (run) => String(run.trials)],
  ["Imported", (run) => run.importedAt.slice(0, 10)],
  ["Synthetic", (run) => (run.synthetic ? "yes" : "no")],
  ["Id", (run) => run.id],
];

const order: readonly FairState[] = ["differs", "unknown", "same"];

/** Whether the two runs differ in more than the memory: what was checked, then the facts side by side. */
export function runsSection({ base, candidate, compared, fairness }: Report): Html {
  const { unmatched, pairs } = compared.comparison;
  const unpaired = unmatched.base.length + unmatched.candidate.length;
  return html`<section><h2>Fair comparison</h2>
${fairness === null ? html`<p>Baseline and candidate are the same run.</p>` : checks(fairness)}
${reportTable(
  `${pairs} tasks paired by benchmark, name and checksum; ${unpaired} without a pair`,
  [
    { head: "Fact", cell: ([name]) => name },
    { head: "Baseline", cell: ([, fact]) => fact(base) ?? "not recorded" },
    { head: "Candidate", cell: ([, fact]) => fact(candidate) ?? "not recorded" },
  ],
  facts,
)}
</section>`;
}

function checks(items: readonly FairItem[]): Html {
  const sorted = items.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return reportTable(
    `${items.filter((item) => item.state === "differs").length} of ${items.length} differ`,
    [
      { head: "Checked", cell: (item) => item.what },
      {
        head: "State",
        cell: (item) => (item.state === "differs" ? html`<span class="lost">differs</span>` : item.state),
      },
      { head: "What is known", cell: (item) => item.says },
      { head: "Benchmark", cell: (item) => item.benchmark ?? "" },
    ],
    sorted,
  );
}
