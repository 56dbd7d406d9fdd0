import { type GroupEffect, isNamedGroup } from "#lib/attribution/group-effects.ts";

type Props = {
  rows: readonly GroupEffect[];
  /** "cells", "groups". */
  of: string;
};

/** How many groups are more than chance, beside what chance alone would give, and how to read the numbers. */
export function GroupNote({ rows, of }: Props) {
  const tested = rows.filter(({ q }) => q !== null);
  const named = rows.filter(isNamedGroup).length;
  const small = tested.filter(({ p }) => (p ?? 1) <= 0.05).length;
  return (
    <p className="text-xs text-muted">
      {named} of {tested.length} {of} with enough tasks are more than chance at q ≤ .05; {small} at p ≤ .05,
      which chance alone gives about {(0.05 * tested.length).toFixed(1)} times. Effect: share passed of the
      attempts that were shown such a memory, minus the baseline's at the same tasks, each task once. p:
      exact, against the run as a whole; q: Benjamini-Hochberg over these {of}. A task counts wherever it was
      shown one, so they do not add up, and which memories a task is shown is no accident: this is where to
      look, not what caused it.
    </p>
  );
}
