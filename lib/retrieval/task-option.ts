import type { TaskChoice } from "./queries.ts";

/** A task as an option of a picker. */
export function taskOption(task: TaskChoice): { value: string; label: string; detail: string } {
  return {
    value: task.id,
    label: `${task.benchmark} / ${task.name}`,
    detail: task.statement ?? "No statement known: its name is the query.",
  };
}
