/** What every page says about the pool: banners and the job indicator. */
export type ShellStatus = {
  /** Some memory or run is of the synthetic demo pool. */
  hasSynthetic: boolean;
  memoryCount: number;
  /** The space that serves search and maps; null before the first embedding. */
  space: { provider: string; model: string; dimensions: number } | null;
  /** An OpenAI-compatible server is set up. */
  hasKey: boolean;
  activeJobs: number;
};

/** A memory as the command palette lists it. */
export type FoundMemory = { id: string; title: string; type: string; benchmark: string };
