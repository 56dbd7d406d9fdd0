import { describe, expect, it } from "vitest";
import { runInSteps } from "./run-in-steps.ts";
import { yieldToEventLoop } from "./yield-to-event-loop.ts";

/** Holds the processor for so long: arithmetic, not waiting. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

function* steps(
  count: number,
  ms: number,
  seen: { steps: number; closed: boolean },
): Generator<number, string> {
  try {
    for (let i = 1; i <= count; i++) {
      work(ms);
      seen.steps = i;
      yield i / count;
    }
    return "the result";
  } finally {
    seen.closed = true;
  }
}

const nothingSeen = () => ({ steps: 0, closed: false });

describe("runInSteps", () => {
  it("gives what the generator returns, also where it never yields", async () => {
    expect(await runInSteps(steps(0, 0, nothingSeen()))).toBe("the result");
    expect(await runInSteps(steps(1000, 0, nothingSeen()))).toBe("the result");
  });

  it("does quick work in one go, without a word of progress", async () => {
    const shares: number[] = [];
    await runInSteps(steps(5, 0, nothingSeen()), undefined, (share) => shares.push(share));
    expect(shares).toEqual([]);
  });

  it("tells growing shares of long work, and lets others have their turn meanwhile", async () => {
    const shares: number[] = [];
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    await runInSteps(steps(8, 25, nothingSeen()), undefined, (share) => shares.push(share));
    clearInterval(others);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThanOrEqual(7);
    expect(turns).toBeGreaterThan(0);
  });

  it("stops between two steps when it is canceled, with the reason of whoever did so", async () => {
    const seen = nothingSeen();
    const controller = new AbortController();
    const running = runInSteps(steps(1000, 25, seen), controller.signal, () =>
      controller.abort(new Error("canceled by hand")),
    );
    await expect(running).rejects.toThrow("canceled by hand");
    expect(seen.steps).toBe(1);
  });

  it("hands on what a step throws, as it was thrown", async () => {
    function* broken(): Generator<number, never> {
      yield 0.5;
      throw new RangeError("row 3");
    }
    await expect(runInSteps(broken())).rejects.toThrow(new RangeError("row 3"));
  });
});

describe("yieldToEventLoop", () => {
  it("lets go on what was waiting before it", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("other"));
    await yieldToEventLoop();
    order.push("own");
    expect(order).toEqual(["other", "own"]);
  });

  it("throws the reason of a signal that has been given, and of one given while it waited", async () => {
    await expect(yieldToEventLoop(AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
    const controller = new AbortController();
    const waiting = yieldToEventLoop(controller.signal);
    controller.abort(new Error("meanwhile"));
    await expect(waiting).rejects.toThrow("meanwhile");
  });
});
