import { STEP_PARTS } from "#lib/runs/step-outline.ts";
import type { PairDocument, SingleDocument } from "./pair-document.ts";
import type { MemoryDocument, StepDocument, TrialDocument } from "./trial-document.ts";

/** The document of a trial as Markdown. */
export function trialToText(document: SingleDocument): string {
  const { trial, statement, steps, leftOut } = document;
  return [
    `# ${trial.task.name} (${trial.task.benchmark}), attempt ${trial.attempt}: ${trial.outcome}`,
    ...statementLines(statement),
    ...trialLines("Trial", trial),
    "## Steps",
    ...(steps ? steps.flatMap((step) => stepLines("Step", step)) : ["No trajectory."]),
    leftOutLine(leftOut.parts, leftOut.characters, leftOut.steps, "steps"),
  ].join("\n");
}

/** The document of a pair as Markdown: rows in order, equal actions once. */
export function pairToText(document: PairDocument): string {
  const { task, outcome, evidence, baseline, candidate, passed, rows, firstDivergence, leftOut } = document;
  const chance =
    document.chance.p === null
      ? ""
      : `, p ${document.chance.p.toFixed(4)}, q ${document.chance.q?.toFixed(4) ?? "-"}`;
  return [
    `# ${task.name} (${task.benchmark}): ${outcome}`,
    `Evidence: ${evidence ?? "none"}${document.errored ? " (errored)" : ""}${chance}`,
    `Baseline passed ${passed.baseline.passed} of ${passed.baseline.of}, candidate ${passed.candidate.passed} of ${passed.candidate.of}.`,
    ...statementLines(task.statement),
    ...trialLines("Baseline", baseline),
    ...trialLines("Candidate", candidate),
    "## Steps, equal actions in one row",
    ...(rows
      ? rows.flatMap((row, i) => [
          `### Row ${i + 1}${row.same ? ", same action" : ""}${i + 1 === firstDivergence ? ", FIRST DIVERGENCE" : ""}`,
          ...(row.baseline ? stepLines("Baseline step", row.baseline) : ["(no step here in the baseline)"]),
          ...(row.candidate
            ? stepLines("Candidate step", row.candidate)
            : ["(no step here in the candidate)"]),
        ])
      : ["At least one of the two attempts has no trajectory."]),
    leftOutLine(leftOut.parts, leftOut.characters, leftOut.rows, "rows"),
  ].join("\n");
}

function statementLines(statement: string | null): string[] {
  return ["", "## Task statement", statement ?? "Not recorded.", ""];
}

function trialLines(name: string, trial: TrialDocument): string[] {
  const { run, attempt, outcome, error, judge, steps, reward } = trial;
  const facts = [
    `outcome ${outcome}`,
    judge && `judge ${judge}`,
    reward === null ? null : `reward ${reward}`,
    steps === null ? "no trajectory" : `${steps} steps`,
    `trial ${trial.trialId}`,
  ];
  return [
    `## ${name}: ${run.name}, attempt ${attempt}`,
    facts.filter(Boolean).join(", "),
    ...(error ? [`Error: ${error}`] : []),
    ...(trial.query ? ["Query:", trial.query] : []),
    ...(trial.memories.length > 0 ? trial.memories.flatMap(memoryLines) : ["No memory was shown."]),
    "",
  ];
}

function memoryLines(memory: MemoryDocument): string[] {
  const { rank, title, type, benchmark, use, namedIn, followedIn } = memory;
  const where = [
    namedIn.length > 0 ? `named in step ${namedIn.join(", ")}` : null,
    followedIn.length > 0 ? `followed in step ${followedIn.join(", ")}` : null,
  ].filter(Boolean);
  return [
    `### Memory #${rank}: ${title}`,
    [type, benchmark, `use: ${use}`, ...where].filter(Boolean).join(", "),
    memory.text,
  ];
}

function stepLines(name: string, step: StepDocument): string[] {
  const marks = [
    ...step.names.map((rank) => `names memory #${rank}`),
    ...step.follows.map((rank) => `follows memory #${rank}`),
  ];
  return [
    `${name} ${step.step} (${[step.source, ...marks].join(", ")})`,
    ...STEP_PARTS.flatMap((part) => {
      const text = step.parts[part];
      return text === undefined ? [] : [`[${part}]`, text];
    }),
    ...(step.whole ? [`[whole step: GET ${step.whole}]`] : []),
  ];
}

function leftOutLine(parts: number, characters: number, rest: number, what: string): string {
  const cut =
    parts > 0 ? `${characters} characters of ${parts} long parts (each says where the whole is)` : null;
  const missing = rest > 0 ? `${rest} later ${what}` : null;
  const both = [cut, missing].filter(Boolean);
  return `\n${both.length > 0 ? `Left out: ${both.join("; ")}.` : "Nothing was left out."}\n`;
}
