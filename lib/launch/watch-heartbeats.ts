import type { ChildProcess } from "node:child_process";

const tickMs = 1000;
/** No slice of work is nearly as long. */
const silentForMs = 900_000;

/**
 * Calls `hung` with why when a process sent no `{ beat }` for long. Time is counted in ticks of this process, so that a
 * machine that slept is not taken for a process that hangs.
 * @returns how to stop watching
 */
export function watchHeartbeats(
  child: ChildProcess,
  hung: (why: string) => void,
  silentMs = silentForMs,
): () => void {
  let silentTicks = 0;
  const onMessage = (message: { beat?: unknown }) => {
    if (message.beat) silentTicks = 0;
  };
  child.on("message", onMessage);
  const timer = setInterval(() => {
    silentTicks += 1;
    if (silentTicks * tickMs >= silentMs) hung(`has not responded for ${silentMs / 1000} s`);
  }, tickMs);
  return () => {
    clearInterval(timer);
    child.off("message", onMessage);
  };
}
