import { yieldToEventLoop } from "./yield-to-event-loop.ts";

/** How long arithmetic may hold the event loop before others get their turn. */
const sliceMs = 20;

/**
 * Runs a generator to its end in slices, so that progress can be written and a cancel be heard in between.
 * @param onShare told what the generator yields: the share done, 0 to 1
 * @throws signal.reason when aborted
 */
export async function runInSteps<T>(
  steps: Generator<number, T>,
  signal?: AbortSignal,
  onShare?: (share: number) => void,
): Promise<T> {
  let sliceStarted = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - sliceStarted < sliceMs) continue;
    onShare?.(step.value);
    await yieldToEventLoop(signal);
    sliceStarted = performance.now();
  }
}
