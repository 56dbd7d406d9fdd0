import { Client, type PoolConfig } from "pg";

const tickMs = 1000;

export type ProbeTimes = {
  /** Between an answer and the next question, in ms. */
  everyMs: number;
  /** A transaction may hold the embedded database for two minutes (see `openDb`): who asks waits behind it. */
  answerWithinMs: number;
  /** How often in a row the connection may be refused. */
  refusals: number;
};

const usualTimes: ProbeTimes = { everyMs: 10_000, answerWithinMs: 180_000, refusals: 3 };

/**
 * Asks a database the simplest thing now and then, and calls `hung` with why when no answer comes. Time is counted in
 * ticks of this process, so that a machine that slept is not taken for a database that hangs.
 * @returns how to stop watching
 */
export function watchDatabase(
  config: () => PoolConfig,
  hung: (why: string) => void,
  times: ProbeTimes = usualTimes,
): () => void {
  let asked: Promise<void> | undefined;
  let ticks = 0;
  let refused = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (asked) {
      if (ticks * tickMs > times.answerWithinMs) fail(`did not answer for ${times.answerWithinMs / 1000} s`);
      return;
    }
    if (ticks * tickMs < times.everyMs) return;
    ticks = 0;
    asked = ask(config).then(
      () => settle(0),
      () => settle(refused + 1),
    );
  }, tickMs);

  function settle(refusedNow: number): void {
    [asked, ticks, refused] = [undefined, 0, refusedNow];
    if (refused >= times.refusals) fail("can't be reached");
  }

  function fail(why: string): void {
    clearInterval(timer);
    hung(why);
  }
  return () => clearInterval(timer);
}

async function ask(config: () => PoolConfig): Promise<void> {
  const client = new Client(config());
  // A connection that breaks later would otherwise end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
  } finally {
    await client.end().catch(() => undefined);
  }
}
