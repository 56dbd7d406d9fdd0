// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { useHotkeys } from "./use-hotkeys.ts";

let pressed: string[] = [];

function Page({
  keys,
  enabled = true,
  children,
}: {
  keys: string[];
  enabled?: boolean;
  children?: ReactNode;
}) {
  useHotkeys(Object.fromEntries(keys.map((key) => [key, () => pressed.push(key)])), enabled);
  return <main>{children}</main>;
}

afterEach(() => {
  cleanup();
  pressed = [];
});

describe("useHotkeys", () => {
  it.each([
    ["j", "j", "a letter is itself"],
    ["[Shift]+?", "?", "a sign that needs no Shift"],
    ["[Shift]+?", "{Shift>}?{/Shift}", "or does"],
    ["$mod+k", "{Control>}k{/Control}", "Ctrl is the modifier"],
    ["$mod+Shift+z", "{Control>}{Shift>}z{/Shift}{/Control}", "Shift counts beside it"],
    ["ArrowLeft", "{ArrowLeft}", "a named key"],
  ])("%s answers %s: %s", async (key, typed) => {
    render(<Page keys={[key]} />);
    await userEvent.keyboard(typed);
    expect(pressed).toEqual([key]);
  });

  it("tells a key from the same key with a modifier", async () => {
    render(<Page keys={["k", "$mod+z"]} />);
    await userEvent.keyboard("{Control>}k{/Control}{Control>}{Shift>}z{/Shift}{/Control}");
    expect(pressed).toEqual([]);
  });

  it.each([
    [<input key="a" aria-label="field" />, "j", "a text field takes letters"],
    [<input key="b" type="search" aria-label="field" />, "j", "so does a search field"],
    [<textarea key="c" aria-label="field" />, "j", "and a text area"],
    [<select key="d" aria-label="field" />, "j", "a select jumps to the letter typed"],
    [
      <a key="e" href="#there" aria-label="field">
        there
      </a>,
      "{Enter}",
      "Enter follows a link",
    ],
    [
      <button key="f" type="button" aria-label="field">
        press
      </button>,
      "{Enter}",
      "Enter presses a button",
    ],
  ])("leaves %#: %s", async (element, typed) => {
    const { getByLabelText } = render(<Page keys={["j", "Enter"]}>{element}</Page>);
    getByLabelText("field").focus();
    await userEvent.keyboard(typed);
    expect(pressed).toEqual([]);
  });

  it("works from a checkbox, which takes no letters", async () => {
    const { getByLabelText } = render(
      <Page keys={["j"]}>{<input type="checkbox" aria-label="field" />}</Page>,
    );
    getByLabelText("field").focus();
    await userEvent.keyboard("j");
    expect(pressed).toEqual(["j"]);
  });

  it("is silent under a dialog and when it is off", async () => {
    const { rerender } = render(<Page keys={["j"]}>{<div role="dialog" />}</Page>);
    await userEvent.keyboard("j");
    rerender(<Page keys={["j"]} enabled={false} />);
    await userEvent.keyboard("j");
    expect(pressed).toEqual([]);
  });
});
