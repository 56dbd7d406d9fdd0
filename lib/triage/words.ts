import type { Cue } from "./find-cues.ts";
import type { TriageKind, TriageLabel } from "./schema.ts";

/** What a label is called, and what it means in a sentence. */
export const labelWords: Record<TriageLabel, { name: string; means: string }> = {
  anchoring: {
    name: "Domain-mismatched anchoring",
    means: "A memory that only looks alike led to wrong assumptions.",
  },
  false_confidence: {
    name: "False validation confidence",
    means: "The agent's own check passed and was taken for the verifier's.",
  },
  misapplied: {
    name: "Misapplied best practice",
    means: "A good pattern was used where it does not fit: more work, other files, over-engineering.",
  },
  workflow: { name: "Iterative workflow discipline", means: "Small steps, each checked before the next." },
  verification: { name: "Test-driven verification", means: "Wrote or ran tests that showed the fault." },
  anti_pattern: { name: "Anti-pattern avoidance", means: "Avoided a mistake that a memory warns of." },
  robustness: { name: "Input validation and robustness", means: "Handled inputs that the baseline did not." },
  interface: { name: "API and interface compliance", means: "Kept to the signatures and formats asked for." },
  protocol: {
    name: "Interaction protocol adherence",
    means: "Kept to the way the agent must answer or submit.",
  },
  environment: {
    name: "Environmental adaptation",
    means: "Coped with versions, tools or limits of the machine.",
  },
  files: { name: "File and syntax management", means: "Edited files without breaking them." },
  exploration: { name: "Repository exploration tactics", means: "Found the right place sooner." },
  algorithm: { name: "Algorithmic strategy transfer", means: "Took over an algorithm or a strategy." },
  none: { name: "None of them", means: "Memory has nothing to do with it: chance, or the infrastructure." },
  other: { name: "Other", means: "Something else; say what in the note." },
};

export const kindWords: Record<TriageKind, { question: string; tasks: string; heading: string }> = {
  cause: { question: "Why was it lost?", tasks: "lost tasks", heading: "Causes of lost tasks" },
  transfer: {
    question: "What transferred?",
    tasks: "gained tasks",
    heading: "What transferred to gained tasks",
  },
};

/** What a cue is called, its rule, and the cause it speaks for. */
export const cueWords: Record<Cue, { name: string; rule: string; label: TriageLabel }> = {
  foreign_followed: {
    name: "Follows a memory of another benchmark",
    rule: "A step follows a delivered memory (p <= .05 / memories) whose benchmark is not the task's.",
    label: "anchoring",
  },
  own_check_passed: {
    name: "Own check passed last",
    rule: "The last output that says how a check ended says that it passed.",
    label: "false_confidence",
  },
  extra_work: {
    name: "Half as many steps again",
    rule: "The candidate took at least 3 steps and at least 50% more than the baseline.",
    label: "misapplied",
  },
  nothing_used: {
    name: "Used no memory",
    rule: "No delivered memory was named or followed in any step.",
    label: "none",
  },
};
