// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { err, ok } from "#lib/shared/result.ts";
import { RetryImportJob } from "./retry-import-job.tsx";

const push = vi.hoisted(() => vi.fn());
const retry = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
vi.mock("#lib/imports/actions.ts", () => ({ retryImportAction: retry }));
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

it("goes to the job that tries again", async () => {
  retry.mockResolvedValue(ok({ jobId: "next" }));
  render(<RetryImportJob jobId="failed" />);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(retry).toHaveBeenCalledWith("failed");
  expect(push).toHaveBeenCalledWith("/jobs/next");
});

it("stays and says why when that is refused", async () => {
  retry.mockResolvedValue(err("not_found", "Its files are gone."));
  render(<RetryImportJob jobId="failed" />);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText(/Its files are gone/)).toBeTruthy();
  expect(push).not.toHaveBeenCalled();
});
