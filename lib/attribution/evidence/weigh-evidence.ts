import type { RetrievalRow, TrajectoryStep } from "#lib/runs/schema.ts";
import { findFollows } from "./find-follows.ts";
import { findMentions } from "./find-mentions.ts";
import type { FollowTest, MemoryEvidence, MemoryText, MemoryUse, Mention } from "./schema.ts";

export type EvidenceInput = {
  /** Null without a trajectory: then nothing is known of any memory. */
  steps: readonly TrajectoryStep[] | null;
  /** By rank. */
  delivered: readonly RetrievalRow[];
  /** Memories that the trial was not shown, by type; "" = of any type. */
  controls: ReadonlyMap<string, readonly MemoryText[]>;
  known: readonly string[];
};

/** What the steps of a trial say of each memory it was delivered: read where, followed where. Pure. */
export function weighEvidence({ steps, delivered, controls, known }: EvidenceInput): MemoryEvidence[] {
  const texts = delivered.map(({ title, shown }) => ({ title, text: shown }));
  const mentions = steps ? findMentions(steps, texts, known) : [];
  return delivered.map((row, i) => {
    const memory = texts[i] ?? { title: row.title, text: row.shown };
    const test =
      steps &&
      findFollows({
        steps,
        memory,
        controls: controls.get(row.type ?? "") ?? [],
        known,
        family: delivered.length,
      });
    const its = mentions[i] ?? [];
    return {
      retrievalId: row.id,
      memoryId: row.memoryId,
      rank: row.rank,
      title: row.title,
      benchmark: row.benchmark,
      mentions: its,
      follows: test?.follows ?? [],
      p: test?.p ?? null,
      controls: test?.controls ?? 0,
      use: useOf(its, test),
    };
  });
}

function useOf(mentions: readonly Mention[], test: FollowTest | null): MemoryUse {
  if (test && test.follows.length > 0) return "followed";
  if (mentions.length > 0) return "read";
  return test ? "ignored" : "unknown";
}
