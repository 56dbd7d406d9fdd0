import type { StepMark } from "#components/trajectory/schema.ts";
import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";

/** Fragment of the card of a memory. `side` tells two trials of one page apart. */
export function memoryCard(side: string, rank: number): string {
  return `${side}-memory-${rank}`;
}

/** The marks of a trial's steps, by number of the step. */
export function evidenceMarks(side: string, evidence: readonly MemoryEvidence[]): Record<number, StepMark[]> {
  const marks: Record<number, StepMark[]> = {};
  for (const { rank, title, mentions, follows } of evidence) {
    const card = memoryCard(side, rank);
    const add = (kind: StepMark["kind"]) => (at: { step: number; quotes: readonly string[] }) => {
      marks[at.step] = [...(marks[at.step] ?? []), { kind, card, rank, title, quotes: at.quotes }];
    };
    mentions.forEach(add("read"));
    follows.forEach(add("followed"));
  }
  return marks;
}
