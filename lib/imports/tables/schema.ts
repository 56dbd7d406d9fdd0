/** The words of this folder: what the columns of a table can be. */
/** What a column of task results can be. */
export const TRIAL_FIELDS = [
  "task",
  "outcome",
  "benchmark",
  "run",
  "attempt",
  "model",
  "agent",
  "cost",
  "inputTokens",
  "outputTokens",
  "seconds",
  "milliseconds",
  "started",
  "error",
  "reward",
  "statement",
  "id",
] as const;
/** What a column of memories can be. */
export const MEMORY_FIELDS = [
  "content",
  "title",
  "description",
  "type",
  "benchmark",
  "task",
  "statement",
  "outcome",
  "tags",
  "model",
  "generator",
  "id",
] as const;
