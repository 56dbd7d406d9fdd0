// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { SearchBox } from "./search-box.tsx";

afterEach(cleanup);

it("asks once, at once, when it is left: nothing comes later to undo the click that left it", async () => {
  const asked = vi.fn();
  render(
    <>
      <SearchBox value="" onChange={asked} />
      <button type="button">A result</button>
    </>,
  );
  await userEvent.type(screen.getByRole("searchbox"), "lock");
  await userEvent.click(screen.getByText("A result"));
  expect(asked.mock.calls).toEqual([["lock"]]);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked.mock.calls).toEqual([["lock"]]);
});

it("asks nothing when it is left as it was", async () => {
  const asked = vi.fn();
  render(<SearchBox value="lock" onChange={asked} />);
  await userEvent.click(screen.getByRole("searchbox"));
  await userEvent.tab();
  expect(asked).not.toHaveBeenCalled();
});
