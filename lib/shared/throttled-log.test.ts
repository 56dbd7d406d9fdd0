import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createThrottledLog } from "./throttled-log.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("tells the same thing once a minute, and another one at once", () => {
  const told: string[] = [];
  const tell = createThrottledLog((sentence) => told.push(sentence));
  tell("port 1 refused");
  vi.advanceTimersByTime(59_000);
  tell("port 2 refused");
  tell("disk full");
  vi.advanceTimersByTime(1_001);
  tell("port 3 refused");
  expect(told).toEqual(["port 1 refused", "disk full", "port 3 refused"]);
});
