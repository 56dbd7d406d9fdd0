/** What long work listens to and tells: when to stop, and how much (0 to 1) of what is done. */
export type WorkHooks = {
  signal?: AbortSignal | undefined;
  progress?: ((share: number, stage: string) => void) | undefined;
};
