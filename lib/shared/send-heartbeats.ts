const everyMs = 5000;

/** Tells the process that started this one, again and again, that its event loop still turns. */
export function sendHeartbeats(): void {
  setInterval(() => {
    if (process.connected) process.send?.({ beat: true });
  }, everyMs).unref();
}
