// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { deprecateMemoriesAction } from "#lib/memories/actions.ts";
import { DeprecateButton } from "./deprecate-button.tsx";

vi.mock("#lib/memories/actions.ts", () => ({ deprecateMemoriesAction: vi.fn(), undoBatchAction: vi.fn() }));
afterEach(cleanup);

it("keeps what was typed when the server is gone, and says what to do", async () => {
  vi.mocked(deprecateMemoriesAction).mockRejectedValue(new TypeError("Failed to fetch"));
  render(<DeprecateButton memoryId="1" title="Skip the tests" />);
  await userEvent.click(screen.getByRole("button", { name: /Deprecate/ }));
  await userEvent.type(screen.getByRole("textbox"), "It loses tasks");
  await userEvent.click(screen.getByRole("button", { name: "Deprecate" }));
  expect(await screen.findByText(/The server did not answer/)).toBeTruthy();
  expect(screen.getByRole("textbox")).toHaveProperty("value", "It loses tasks");
});
