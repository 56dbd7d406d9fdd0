import { mostNamedTasks, type RevisionEvidence } from "#lib/memories/revision-evidence.ts";
import type { CaseDetail } from "./schema.ts";

/** What is kept of a case with a revision that was written on it. */
export function caseEvidence({ base, candidate, tasks, ...detail }: CaseDetail): RevisionEvidence {
  const { memoryIds, titles, effect, ci, q, state, exposures, lostAlone, lostShared } = detail.case;
  return {
    kind: "case",
    base: { id: base.id, name: base.name },
    candidate: { id: candidate.id, name: candidate.name },
    ...{ memoryIds, titles, effect, ci, q, state, exposures, lostAlone, lostShared },
    lostTasks: tasks
      .filter(({ outcome }) => outcome === "lost")
      .slice(0, mostNamedTasks)
      .map(({ taskId, benchmark, taskName, alone }) => ({ taskId, benchmark, taskName, alone })),
  };
}
