/** Yields to the event loop between slices of heavy arithmetic, and stops there when asked to. */
export async function yieldToEventLoop(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resume) => setImmediate(resume));
  signal?.throwIfAborted();
}
