// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { FoldedText } from "./folded-text.tsx";

afterEach(cleanup);

it("keeps a long text folded, with its first line to be read", () => {
  const { container } = render(
    <FoldedText name="Task statement" text={"\nFix the parser.\nIt drops a line.\n"} />,
  );
  expect(container.querySelector("details")?.open).toBe(false);
  expect(container.querySelector("summary")?.textContent).toBe("Task statement: Fix the parser.");
  expect(container.querySelector("pre")?.textContent).toContain("It drops a line.");
});

it("shows one short line as it is", () => {
  const { container } = render(<FoldedText name="Query" text="parse a log" />);
  expect(container.querySelector("details")).toBeNull();
  expect(container.textContent).toBe("Query: parse a log");
});
