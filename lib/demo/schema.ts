import { z } from "zod";

/** Input of the `demo` job and of `loadDemo`. */
export const loadDemoInput = z.object({
  /** Any integer; the same seed gives the same pool. */
  seed: z.int().default(42),
  /** Load beside content that is not synthetic. */
  force: z.boolean().default(false),
});
export type LoadDemoInput = z.input<typeof loadDemoInput>;

/** How many rows of each kind were written; all 0 = everything was there already. */
export type DemoCounts = {
  benchmarks: number;
  tasks: number;
  memories: number;
  runs: number;
  trials: number;
  trajectories: number;
  retrievals: number;
};

export type DemoReport = {
  seed: number;
  /** SHA-256 of the generated pool. */
  hash: string;
  created: DemoCounts;
  /** The pool was complete already; nothing was written. */
  unchanged: boolean;
  /** The job that embeds the new memories and then asks for maps and metrics; null when unchanged. */
  embedJobId: string | null;
};
