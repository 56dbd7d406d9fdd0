import { expect, it } from "vitest";
import { TimeLimitError, timeLimitDigest, withinTime } from "./time-limit.ts";

it("hands on what is done in time, and what fails in time", async () => {
  expect(await withinTime(Promise.resolve("done"), 50)).toBe("done");
  await expect(withinTime(Promise.reject(new Error("broken")), 50)).rejects.toThrow("broken");
});

it("waits no longer than it is told, and leaves nothing unhandled when the work fails later", async () => {
  const work = new Promise((_resolve, reject) => setTimeout(() => reject(new Error("late")), 60));
  await expect(withinTime(work, 10)).rejects.toThrow(TimeLimitError);
  await new Promise((resolve) => setTimeout(resolve, 100));
});

it("carries to the browser what it was", () => {
  expect(new TimeLimitError()).toMatchObject({ digest: timeLimitDigest });
});
