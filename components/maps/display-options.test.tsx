// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, expect, it } from "vitest";
import { DisplayOptions } from "./display-options.tsx";
import { useMapState } from "./use-map-state.ts";

afterEach(cleanup);

function Example() {
  return <DisplayOptions state={useMapState()} />;
}

it("leads to the numbers behind the picture", async () => {
  render(
    <NuqsTestingAdapter hasMemory>
      <Example />
    </NuqsTestingAdapter>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Display options" }));
  const link = await screen.findByRole("link", { name: "LISI, DBI and invariant share in numbers" });
  expect(link.getAttribute("href")).toBe("/abstraction");
});
