/** Lets the event loop breathe between slices of heavy arithmetic, and stops there when asked to. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resume) => setImmediate(resume));
  signal?.throwIfAborted();
}
