/** States gone through, the newest last: those before this one, and those taken back. */
export type ViewSteps<T> = { past: readonly T[]; future: readonly T[] };

const mostSteps = 100;

/** Remembers a state that is about to be left. What was taken back before is forgotten. */
export function addStep<T>({ past }: ViewSteps<T>, left: T): ViewSteps<T> {
  return { past: [...past, left].slice(-mostSteps), future: [] };
}
