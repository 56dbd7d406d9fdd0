/** The surest harm first, as lists offer them. */
export const caseStates = ["confirmed", "supported", "suspected", "unclear", "helpful", "few"] as const;

/**
 * How far a case is shown.
 * - suspected: it points to harm, but chance may explain it.
 * - supported: harm, at q <= 0.05 over all cases of the run.
 * - confirmed: own reruns lost a task with it and not without it (lib/reruns).
 * - helpful: the reverse of supported.
 * - unclear: nothing beyond chance. few: shown at too few tasks to say anything.
 */
export type CaseState = (typeof caseStates)[number];

/** What a run says of a memory, or of several that can't be told apart: never two culprits for one loss. */
export type AttributionCase = {
  /** The likeliest first; one where `separable`. */
  memoryIds: string[];
  /** As the memories are called now, in the same order. */
  titles: string[];
  /** Mean change of the chance to pass over the attempts shown them, -1 to 1; with its 90% interval. */
  effect: number;
  ci: [number, number];
  /** Expected share of wrong ones among the cases at least as sure. */
  q: number;
  /** Counted attempts at paired tasks that were shown one of them, and those tasks. */
  exposures: number;
  tasks: number;
  /** Lost tasks at which no other memory was shown with them, and those at which others were. */
  lostAlone: number;
  lostShared: number;
  /** Whether the data tell it from all other memories: only then is it one memory. */
  separable: boolean;
  /** It is named only because attempts errored, which may be no doing of a memory. */
  restsOnErrors: boolean;
  state: CaseState;
};
