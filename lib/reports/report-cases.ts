import type { AttributionCase } from "#lib/attribution/attribution-case.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import { type Html, html } from "#lib/shared/html.ts";
import { formatDifference, formatP } from "#lib/transfer/format.ts";
import { type ReportColumn, reportTable } from "./report-table.ts";

const columns: readonly ReportColumn<AttributionCase>[] = [
  { head: "Memory", cell: titlesOf },
  { head: "State", cell: (each) => `${each.state}${each.restsOnErrors ? " (errors)" : ""}` },
  {
    head: "Effect, points",
    numeric: true,
    cell: (each) => formatDifference({ delta: each.effect, ci: each.ci }),
    sort: (each) => each.effect,
  },
  { head: "q", numeric: true, cell: (each) => formatP(each.q), sort: (each) => each.q },
  { head: "Lost alone", numeric: true, cell: (each) => each.lostAlone },
  { head: "Lost with others", numeric: true, cell: (each) => each.lostShared },
  { head: "Tasks", numeric: true, cell: (each) => each.tasks },
  { head: "Attempts", numeric: true, cell: (each) => each.exposures },
];

/** What the run says of its memories, the surest harm first. Those shown at too few tasks are counted. */
export function casesSection(cases: readonly AttributionCase[]): Html {
  const told = cases.filter((each) => each.state !== "few");
  const few = cases.length - told.length;
  const harmful = told.filter((each) => each.state === "supported" || each.state === "confirmed");
  const sum = harmful.reduce((total, each) => total + each.effect, 0);
  const mean =
    harmful.length === 0 ? "" : `, mean effect ${formatSigned((100 * sum) / harmful.length, 1)} points`;
  return html`<section><h2>Memories</h2>
<p>${harmful.length} harmful at q ≤ .05${mean}; ${told.length - harmful.length} others; ${few} shown at too few tasks to tell.</p>
${told.length === 0 ? null : reportTable(`${told.length} cases; brackets: 90% intervals`, columns, told)}
</section>`;
}

/** Memories that can't be told apart stand together: none of them is named alone. */
function titlesOf({ titles, separable }: AttributionCase): Html {
  const [first = "", ...others] = titles;
  const more =
    others.length === 0
      ? null
      : html`<br><span class="small">not separable from: ${others.join("; ")}</span>`;
  const mixed =
    separable || others.length > 0 ? null : html`<br><span class="small">not separable from others</span>`;
  return html`${first}${more}${mixed}`;
}
