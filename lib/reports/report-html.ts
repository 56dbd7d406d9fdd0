import { type Html, html } from "#lib/shared/html.ts";
import { readRunComparison } from "#lib/transfer/verdict.ts";
import { casesSection } from "./report-cases.ts";
import { matrixSection } from "./report-matrix.ts";
import { methodsSection } from "./report-methods.ts";
import { runsSection } from "./report-runs.ts";
import { reportScript } from "./report-script.ts";
import { reportStyle } from "./report-style.ts";
import { benchmarksSection, figuresList } from "./report-tables.ts";
import { tasksSection } from "./report-tasks.ts";
import type { Report } from "./schema.ts";

/** Nothing but the file's own style and script: a browser that opens it asks no server for anything. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A report as one HTML document. Read-only and complete without its script, which sorts and filters tables. All texts
 * are escaped: titles and task names come from models and from strangers' files.
 */
export function reportHtml(report: Report): string {
  const { base, candidate, compared, made } = report;
  const verdict = readRunComparison(compared);
  const tone = verdict.holds ? verdict.direction : "unclear";
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${candidate.name} against ${base.name}: ${verdict.title}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${base.name} → ${candidate.name}</h1>
<p class="small">Carryover ${made.version}, ${made.at.slice(0, 16).replace("T", " ")} UTC, data revision ${made.revision}</p>
</header>
<main>
<section class="verdict ${tone}" aria-label="Verdict">
<h2>${verdict.title}</h2>
<p>${verdict.test}</p>
${figuresList(compared.comparison)}
${doubts(report, verdict)}
</section>
${matrixSection(report.matrix, candidate.id)}
${benchmarksSection(compared.comparison)}
${casesSection(report.cases)}
${tasksSection(compared.comparison)}
${runsSection(report)}
${methodsSection(report)}
</main>
<script>${reportScript}</script>
</body>
</html>
`;
  return document.text;
}

/** What a careful reader would object, all of it open. */
function doubts(
  { incomplete, judged }: Report,
  { bounds, caveats }: ReturnType<typeof readRunComparison>,
): Html | null {
  const corrected = judged && `Judge, corrected by the verified attempts (points): ${judged}.`;
  const sentences = [incomplete, corrected, bounds, ...caveats].filter((each) => each !== null);
  if (sentences.length === 0) return null;
  return html`<ul class="small">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
