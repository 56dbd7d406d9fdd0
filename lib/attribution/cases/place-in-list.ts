import type { CaseRow, CaseTask } from "./schema.ts";

/** Where a case stands in a list (0-based), and the first memories of the cases before and after it. */
export type CasePlace = { index: number | null; previous: string | null; next: string | null };

/** Places a case in a list. From one that the list does not hold (it was judged just now), next is the list's first. */
export function placeOfCase(
  rows: readonly Pick<CaseRow, "memoryIds">[],
  { memoryIds }: Pick<CaseRow, "memoryIds">,
): CasePlace {
  const firstOf = (row: Pick<CaseRow, "memoryIds"> | undefined) => row?.memoryIds[0] ?? null;
  const index = rows.findIndex((row) => firstOf(row) === firstOf({ memoryIds }));
  if (index < 0) return { index: null, previous: null, next: firstOf(rows[0]) };
  return { index, previous: firstOf(rows[index - 1]), next: firstOf(rows[index + 1]) };
}

/** The task that is open (the first, where none is named or the case was not shown at it), and its neighbors' ids. */
export function placeOfTask(
  tasks: readonly CaseTask[],
  taskId: string | null,
): { task: CaseTask | undefined; previous: string | null; next: string | null } {
  const index = Math.max(
    0,
    tasks.findIndex((task) => task.taskId === taskId),
  );
  return {
    task: tasks[index],
    previous: tasks[index - 1]?.taskId ?? null,
    next: tasks[index + 1]?.taskId ?? null,
  };
}
