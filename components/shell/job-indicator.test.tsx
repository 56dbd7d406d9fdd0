// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { JobIndicator } from "./job-indicator.tsx";
import { queriesOfTest, serverOfTest } from "./testing.tsx";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  refresh.mockClear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Until the next poll has been answered. */
const poll = () => act(() => vi.advanceTimersByTimeAsync(5_100));

it("reads the page anew when the last job has ended, and only then", async () => {
  const active = [2, 1, 0, 0];
  vi.stubGlobal("fetch", serverOfTest(() => Response.json({ activeJobs: active.shift() ?? 0 })).fetch);
  render(<JobIndicator initial={0} />, { wrapper: queriesOfTest() });
  expect(screen.getByRole("link", { name: "No jobs running" })).toBeTruthy();
  await poll();
  expect(screen.getByRole("link", { name: "2 jobs running" })).toBeTruthy();
  await poll();
  expect(refresh).not.toHaveBeenCalled();
  await poll();
  expect(screen.getByRole("link", { name: "No jobs running" })).toBeTruthy();
  await poll();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("keeps the last number while the server does not answer, and believes a page that comes later", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  const { rerender } = render(<JobIndicator initial={1} />, { wrapper: queriesOfTest() });
  await poll();
  expect(screen.getByRole("link", { name: "1 job running" })).toBeTruthy();
  rerender(<JobIndicator initial={3} />);
  await poll();
  expect(screen.getByRole("link", { name: "3 jobs running" })).toBeTruthy();
  expect(refresh).not.toHaveBeenCalled();
});
