// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { TaskPager } from "./task-pager.tsx";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
afterEach(() => {
  cleanup();
  push.mockClear();
});

it.each([
  ["j", "/next"],
  ["{ArrowRight}", "/next"],
  ["k", "/previous"],
  ["{ArrowLeft}", "/previous"],
])("%s goes to %s", async (key, href) => {
  render(<TaskPager label="2 of 3 lost" previousHref="/previous" nextHref="/next" />);
  await userEvent.keyboard(key);
  expect(push).toHaveBeenCalledExactlyOnceWith(href);
});

it("stays at the ends of the list", async () => {
  render(<TaskPager label="1 of 1 lost" previousHref={null} nextHref={null} />);
  await userEvent.keyboard("jk{ArrowLeft}{ArrowRight}");
  expect(push).not.toHaveBeenCalled();
  expect(screen.queryByRole("link")).toBeNull();
});
